"""Eight mornings of a clerk, told by the app itself into docs/故事/: `make stories`, or `python docs/stories.py 3` for one."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from quoting import requote
from storytelling import NARROW, Page, story
from terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
SAVED = "已保存"
FIGURES = (
    ("馆藏总量", "馆藏档案总量", "352.6", "万卷", "338.2", "338.2"),
    ("接待查档", "接待查档人次", "12840", "人次", "11200", "11200"),
    ("数字化率", "馆藏数字化率", "78.5", "%", "71.3", "71.3"),
    ("编研成果", "编研成果", "6", "种", "5", "5"),
)


def _row(texts: tuple[str, ...]) -> list[str]:
    """Texts for fields that follow one another, with Tab between them."""
    return [key for text in texts for key in ("Tab", f"t:{text}")][1:]


def _enter_through(page: Page, app: Terminal, until: str = SAVED) -> None:
    """Enter goes from field to field down to the button, and presses it."""
    for _ in range(6):
        if until in page.press(app, "Enter"):
            return


def _go_to(page: Page, app: Terminal, words: str) -> None:
    """Finds a fact by its heading and puts the caret into that field."""
    page.press(app, "C-f", until="输入要找的字词")
    page.press(app, f"t:{words}", until="找到")
    page.press(app, "Enter", until=words)


def empty_folder() -> None:
    with story(1, "从空文件夹到文档", "没有去年的总结，从空白写起：四个指标，六条内容，排成 Word。") as page:
        app = page.open()
        page.do(app, "在一个空文件夹里敲 `drafter`。", until="欢迎")
        page.do(app, "第一项就是新建。填单位和期间。", "Enter", "t:临江市档案馆", "Tab", "t:2025年", until="临江市档案馆2025年")
        _enter_through(page, app)
        page.do(app, "回车一路往下，直到“新建”。左边是目录，右边是填写的表。", until=SAVED)
        page.do(app, "按 F2 到指标表，按 Ins 加一行。", "F2", "Insert", until="编号")
        page.do(app, "一格一格填，Tab 走到下一格。", *_row(FIGURES[0]), "Enter", until="万卷")
        for row in FIGURES[1:]:
            page.press(app, "Insert", *_row(row), "Enter", until=row[0])
        page.do(app, "再加三行。往右走，同比、环比是算出来的。", "End", *5 * ["Left"], until="同比")
        _six_facts(page, app)
        page.do(app, "F4 看印出来的样子。", "F4", until="第 1 页")
        page.do(app, "Esc 回来，F7 生成。没有问题。", "Escape", "F7", until="可以生成")
        page.do(app, "回车，Word 文档就在那里。", "Enter", until="文档已生成")
        page.press(app, "Escape", until=SAVED)
        page.wide(app, "大窗口里是这样。", until=SAVED)


def _six_facts(page: Page, app: Terminal) -> None:
    page.press(app, "Escape", until="成绩 (2)")
    page.do(
        app, "Esc 回到目录，下移到“重点任务完成情况”，按 Alt+Ins 在它下面加一条。", "Down", "Down", "M-Insert", until="（空）"
    )
    page.do(
        app,
        "写标题和正文。打两个左花括号，指标就列出来，回车选中。",
        *("t:查档利用", "Tab", "t:全年接待查档{{", "Down"),
        until="接待查档人次",
    )
    page.press(app, "Enter", "t:，满意率百分之百。", until="满意率")
    page.press(app, "Escape")
    page.press(app, "Insert", *_row(("县级馆达标", "清河县档案馆获评国家二级综合档案馆。")))
    page.press(app, "Escape")
    page.press(app, "Down", "M-Insert", *_row(("挖好档案资源", "馆藏总量达到{{ 馆藏总量 }}，馆藏数字化率达到{{ 数字化率 }}。")))
    page.press(app, "Escape")
    page.press(app, "Insert", *_row(("讲好档案故事", "出版编研成果{{ 编研成果 }}。")))
    page.press(app, "Escape")
    page.press(app, "Down", "Insert", "Tab", "t:基层档案人员流动快，业务不熟。")
    page.press(app, "Escape")
    page.press(app, "Down", "Down", "M-Insert", *_row(("加快数字化", "馆藏数字化率达到82%以上。")))
    page.do(app, "照样写完六条。", until=SAVED)


def imported() -> None:
    with story(2, "导入去年的总结", "一份 Word 总结收进来，改三处，重新排成 Word。") as page:
        shutil.copy(ROOT / "samples" / "镇政府半年总结.docx", page.work)
        app = page.open()
        page.do(app, "文件夹里有一份去年的 Word。敲 `drafter`，按 F3。", "F3", until="镇政府半年总结.docx")
        page.do(app, "选中文件。认出来的标题、期间、单位、各条内容先给看一遍。", "Down", "Enter", until="聚力招大引强")
        _enter_through(page, app)
        page.do(app, "回车一路往下，收下。", until=SAVED)
        _go_to(page, app, "抓招引")
        page.do(app, "改第一处：在正文末尾添一句。", "Tab", "C-End", "t:新签约项目3个。", until="新签约")
        page.press(app, "Escape")
        page.do(app, "改第二处：Alt+下，把这一条移到“抓服务”后面。", "M-Down", until=SAVED)
        _go_to(page, app, "抓实安全生产")
        page.press(app, "Escape")
        page.do(app, "改第三处：删去一条打算。", "Delete", until="已删除")
        page.do(app, "F7 生成。", "F7", until="可以生成")
        page.do(app, "回车，排成 Word。", "Enter", until="文档已生成")


def one_number() -> None:
    with story(3, "改一个数", "一个数只在指标表里填一次；导语、正文、表格里的都跟着变。") as page:
        page.example()
        app = page.open()
        page.do(app, "示例里有三期报告。敲 `drafter`。", until="今天")
        page.do(app, "回车，打开2024年的。", "Enter", until="导语")
        page.do(app, "改之前看一眼：净增71家。", "F4", until="净增71家")
        page.press(app, "Escape", until=SAVED)
        page.do(app, "F2 到指标表。", "F2", until="高企净增")
        page.do(app, "在“数值”一格直接打 75，回车。", *_to_value(app), "t:75", "Enter", until=" 75 ")
        page.do(app, "Ctrl+U 看这个数用在哪里，跳到第一处。", "C-u", until=SAVED)
        page.do(app, "F4 看印出来的样子，就翻在这一条上：成了75家。", "F4", until="75家")
        page.do(app, "翻到最前面，导语和亮点里也是。", "Home", until="净增75家")
        page.press(app, "Escape", until=SAVED)
        page.wide(app, "大窗口里，F4 把那一页摆在旁边，光标在哪一条就翻到哪里。", "F4", until="75家")


def _to_value(app: Terminal) -> list[str]:
    """The steps to the column 数值 of the first row, from wherever the table begins."""
    return ["C-Home", "Home", "Right", "Right"]


def third_deleted() -> None:
    with story(4, "删去第三条", "序号不用管：删了第三条，第四条自己变成第三条。") as page:
        page.example()
        app = page.open("edit", "2024")
        page.press(app, until="导语")
        page.do(app, "示例里，工作亮点有四条。", "F4", until="（四）")
        page.press(app, "Escape", until=SAVED)
        _go_to(page, app, "高企培育再进两位")
        page.press(app, "Escape")
        page.do(app, "在目录里选中第三条，按 Del。", "Delete", until="已删除")
        page.do(app, "原来的（四）成了（三）。", "F4", until="（三）中试基地")
        page.press(app, "Escape", until=SAVED)
        page.do(app, "后悔了：Ctrl+Z，它又回来了。", "C-z", until="高企培育再进两位")


def twenty_steps() -> None:
    with story(5, "撤销二十步", "改了二十处，一步一步退回去，再一步一步做回来。") as page:
        page.example()
        app = page.open("edit", "2024")
        page.press(app, until="导语")
        page.do(
            app,
            "示例的目录：收起上期打算、上期问题，选中第一条亮点。",
            *("Down", "Down", "Left", "Down", "Left", "Down", "Down", "Down"),
            until="中期评估",
        )
        for number in range(1, 21):
            page.press(app, "Insert", f"t:第{number}条", until=f"第{number}条")
            page.press(app, "Escape")
        page.do(app, "一口气加了二十条。", until="第20条")
        for _ in range(40):
            if "成绩 (23)" in page.press(app, "C-z"):
                break
        page.do(app, "一直按 Ctrl+Z：一条不剩，又是原来的二十三条。", until=SAVED)
        for _ in range(40):
            if "第20条" in page.press(app, "C-y"):
                break
        page.do(app, "一直按 Ctrl+Y：又都回来了。", until="第20条")


def two_clerks() -> None:
    with story(6, "两个人改一份", "甲和乙同时开着一份报告：改不同的地方自动合并，改同一处就问。") as page:
        page.example()
        one, two = (page.open("edit", "2024", who=who) for who in ("甲", "乙"))
        page.press(one, until="导语")
        page.press(two, until="导语")
        for app, words, text in ((one, "台账管理", "甲添的一句。"), (two, "资金兑现", "乙添的一句。")):
            _go_to(page, app, words)
            page.press(app, "Tab", "C-End", f"t:{text}")
        page.do(one, "甲在“台账管理”里添一句，乙在“资金兑现”里添一句。甲的屏幕：", until=SAVED)
        _go_to(page, one, "资金兑现")
        page.do(one, "甲走到“资金兑现”，乙添的已经在那里。", "Tab", until="乙添的一")
        one.press("C-End", "t:甲又添的。")
        two.press("t:乙又添的。")
        page.do(two, "两个人在这同一段里各添一句。后保存的一个会被告知。", until="按 F8 处理")
        page.do(two, "按 F8，三段都摆出来，自己定。", "F8", until="用我的")
        page.do(two, "两段都留，回头再理顺。", "3", until=SAVED)


def killed() -> None:
    with story(7, "断电之后", "正写着，程序被强行结束。再打开，一个字不少。") as page:
        page.example()
        app = page.open("edit", "2024")
        page.press(app, until="导语")
        _go_to(page, app, "台账管理")
        page.press(app, "Tab", "C-End", "t:到年底，", until=SAVED)
        app.press("t:建账企业已有31家开始投入。")
        app.pause(0.25)
        seen = app.screen()
        app.kill()
        page.say("正写着最后半句，程序被强行结束（相当于断电）。结束前的屏幕：")
        page.show(seen)
        again = page.open()
        page.do(again, "再敲 `drafter`。", until="今天")
        page.do(again, "打开那份报告：没保存完的内容摆出来，问要不要。", "Enter", until="恢复")
        page.do(again, "回车，恢复。", "Enter", until=SAVED)
        _go_to(page, again, "台账管理")
        page.do(again, "最后半句也在。", "Tab", until="31家")


def from_last_year() -> None:
    with story(8, "从去年的总结开始", "去年的总结接着写：带过来的逐条核对，上期的承诺逐条答复，核对完了才定稿。") as page:
        page.example()
        app = page.open()
        page.press(app, until="今天")
        page.do(app, "2024年的总结去年写好了。敲 `drafter`，选中它，按 F6 由此新建。", "F6", until="沿用哪期")
        _enter_through(page, app, until="知道了")
        page.do(app, "回车一路往下，就新建好了。有要说明的，先说给您听。", until="知道了")
        page.do(
            app,
            "回车。内容、指标都带过来了，年份换好了；前面有 `~` 的还没有核对，上期的打算和问题等着答复。",
            "Enter",
            until="待更新",
        )
        page.wide(app, "F3 看当时写的，`▸` 后面是换好的词。大窗口里摆在旁边，小窗口里占左边的地方。", "F3", until="▸")
        page.press(app, "F3")
        app.resize(*NARROW)
        page.press(app, "F10", until="待更新 52")
        page.do(app, "导语要改：F10，光标就进去了，Tab 到导语。", "Tab", "C-End", "t:全年工作圆满收官。", until="187字")
        page.do(app, "Shift+F8 去下一条没核对的：第一个指标。上期的数在右边，本期的空着。", "S-F8", until="同上期")
        page.do(
            app,
            "和上期一样的，不打字就按 F9；不一样的，直接打本期的数，再按 F9。数记下，走到下一个。",
            *("F9", "t:427", "F9"),
            until="427 家",
        )
        _go_to(page, app, "台账管理")
        page.press(app, "Escape")
        page.do(app, "今年没有再做的，Shift+F9：删去，以后也不会自己回来（Ctrl+Z 可以反悔）。", "S-F9", until="待更新 49")
        page.do(app, "这一条还是这样的，F9 保留。", "F9", until="待更新 48")
        _ledger(page, app)
        _draft_and_final(page, app)


def _ledger(page: Page, app: Terminal) -> None:
    page.do(app, "Ctrl+T 是承诺台账：上期说要做的，逐条给个交代。", "C-t", until="没有答复")
    page.do(
        app, "按 1 是完成，按 4 是未完成，没完成的要写一句原因。", "1", "4", "t:项目用地年底才落实。", "Enter", until="未完成"
    )
    page.do(app, "F9 由答复起草：做成的写成成绩，没做成的写成问题和打算。", "F9", until="由答复生成")
    page.do(app, "回车去掉不要的，F9 把余下的写进报告，同样标着要核对。", "Enter", "F9", until="写进报告")
    page.press(app, "Escape", until="兑现情况")


def _draft_and_final(page: Page, app: Terminal) -> None:
    page.press(app, "Escape", until="还不能定稿")
    page.do(app, "没核对完也可以先出草稿：F7。没核对的在 Word 里标成黄色，还没有数的印成【待填】。", "F7", until="可以生成草稿")
    page.do(app, "要是选“定稿”，它不肯，说还差什么。", *6 * ["Up"], "3", *6 * ["Down"], "Enter", until="照样定稿")
    page.press(app, "1", until="生成文档")
    page.press(app, "Escape", until="还不能定稿")
    page.press(app, "S-F8")
    for _ in range(80):
        if "待更新" not in app.screen():
            break
        app.press("F9")
    page.press(app, until="未答复")
    page.press(app, "C-t", until="没有答复")
    for _ in range(10):
        if "还有" not in page.press(app, "F8", "1"):
            break
    page.press(app, "Escape", until=SAVED)
    page.do(app, "余下的照样一条条过，都核对、答复过了，上面一行就变成“可以定稿”。", until="可以定稿")
    page.do(app, "这时 F7、回车，就是定稿。", "F7", "Enter", until="文档已生成")


STORIES: dict[int, Callable[[], None]] = dict(
    enumerate((empty_folder, imported, one_number, third_deleted, twenty_steps, two_clerks, killed, from_last_year), 1)
)


def main() -> None:
    for number in [int(argument) for argument in sys.argv[1:]] or sorted(STORIES):
        STORIES[number]()
        sys.stdout.write(f"{number} {STORIES[number].__name__}\n")
        sys.stdout.flush()
    requote()


if __name__ == "__main__":
    main()
