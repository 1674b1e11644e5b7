from hypothesis import given
from hypothesis import strategies as st

from drafter.model.likeness import Index, Said, alike, answered, paired

TEXTS = st.text(alphabet="泵站渠首灌区水闸除险加固推进力争0123，。 AI", max_size=30)


def test_names_weigh_more_than_set_phrases() -> None:
    index = Index(
        ["持续推进泵站改造，全面加强建设", "持续推进河道清淤，全面加强建设", "持续推进闸门更新，全面加强建设", "泵站改造如期完工"]
    )
    found = index.best("全面加强建设，持续推进泵站改造工程")
    assert found[0].number == 0 and {each.number for each in found[:2]} == {0, 3}


def test_numbers_years_and_verbs_of_planning_do_not_count() -> None:
    assert alike("2024年力争新建泵站12座", "2025年确保新建泵站30座") > 0.999
    assert alike("力争确保", "力争确保") == 0
    assert alike("ETC车道", "etc车道") > 0.999


def test_what_stands_in_the_heading_counts_more() -> None:
    index = Index([Said("渠首枢纽", "闸门更新"), Said("闸门更新", "渠首枢纽")])
    assert [each.number for each in index.best(Said("渠首枢纽", "其他"))] == [0, 1]
    assert [each.number for each in index.best(Said("闸门更新", "其他"))] == [1, 0]


def test_nothing_in_common_is_not_found() -> None:
    assert Index(["泵站改造"]).best("粮食收购") == []
    assert Index([]).best("泵站改造") == []
    assert alike("", "泵站") == 0


def test_the_best_of_ten_thousand_that_are_all_alike_is_found() -> None:
    texts = [f"持续推进灌区节水改造、续建配套，{name}村受益" for name in map(chr, range(0x4E00, 0x4E00 + 10_000))]
    index = Index(texts)
    assert [index.best(texts[number], 1)[0].number for number in (0, 5_000, 9_999)] == [0, 5_000, 9_999]


def test_each_text_is_paired_once_and_the_surest_first() -> None:
    pairs = paired(["泵站改造", "河道清淤", "无关之事"], ["河道清淤工程", "泵站改造", "泵站改造扩容"], 0.4)
    assert [(pair.old, pair.new) for pair in pairs] == [(0, 1), (1, 0)]
    assert 0 < pairs[0].margin < pairs[0].score == 1.0
    assert pairs[1].margin == pairs[1].score


@given(st.lists(TEXTS, max_size=8), TEXTS)
def test_scores_lie_between_nothing_and_the_same(texts: list[str], text: str) -> None:
    scores = [each.score for each in Index(texts).best(text)]
    assert scores == sorted(scores, reverse=True) and all(0 <= score <= 1 for score in scores)


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    index = Index([], beside=[one, other])
    assert abs(Index([one], [other]).likeness(0, other) - Index([other], [one]).likeness(0, one)) < 1e-9 and index.best(one) == []


def test_an_answer_stands_out_from_its_rivals() -> None:
    asking = ["修复龙门岭泵站", "清淤柳叶河道", "衬砌红石灌渠"]
    among = ["柳叶河道清淤十公里", "龙门岭泵站修复一新", "泵站河道灌渠样样都抓"]
    found = answered(asking, among)
    assert [(each.asks, each.among) for each in found[:2]] == [(0, 1), (1, 0)]
    assert found[2].among == 2 and found[2].edge < min(found[0].edge, found[1].edge)


def test_what_is_like_everything_answers_nothing_in_particular() -> None:
    [alone] = answered(["泵站维修养护"], ["泵站维修"])
    crowd = answered(["泵站维修养护", "泵站维修改造", "泵站维修资金"], ["泵站维修"])
    assert crowd[0].edge < alone.edge


def test_one_that_holds_the_other_is_no_rival() -> None:
    among = ["柳叶河道清淤", "柳叶河道清淤，另有渠首改建"]
    [strangers] = answered(["柳叶河道清淤"], among)
    [relatives] = answered(["柳叶河道清淤"], among, lambda one, other: True)
    assert strangers.edge < relatives.edge


def test_a_short_text_inside_a_long_one_counts_for_more() -> None:
    index = Index(["柳叶河道清淤，红石灌渠衬砌，龙门岭泵站修复，城东水厂通水", "白鹭湖水源"])
    [plain], [inside] = index.best("柳叶河道清淤"), index.best("柳叶河道清淤", inside=True)
    assert plain.score < inside.score <= 1


def test_what_is_rare_shows_in_sentences_where_the_texts_are_few_and_long() -> None:
    filler = "".join(f"建设{name}片防洪工程。" for name in "甲乙丙丁戊己庚辛")
    index = Index([f"{filler}白鹭湖通水。", f"{filler}红石渠通水。"])
    flat = Index([f"{filler}白鹭湖通水。".replace("。", ""), f"{filler}红石渠通水。".replace("。", "")])
    asked = "建设白鹭湖防洪工程"
    clear, vague = ([each.score for each in one.best(asked, 2)] for one in (index, flat))
    assert clear[0] / clear[1] > vague[0] / vague[1]


def test_what_is_said_again_and_again_counts_for_more_but_not_for_as_much() -> None:
    index = Index(["灌区，灌区，灌区，灌区，泵站", "灌区，泵站", "水库"])
    often, once = index.likeness(0, "灌区"), index.likeness(1, "灌区")
    assert once < often < 1


def test_headings_above_count_for_what_the_text_leaves_out() -> None:
    among = ["跨境电商出口增长一成", "义务教育学校扩容"]
    [bare] = answered([Said("加快落实政策", "退税及时足额")], among) or [None]
    [under] = answered([Said("加快落实政策", "退税及时足额", "稳住跨境电商出口")], among)
    assert bare is None and (under.among, under.edge > 0) == (0, True)


def test_nobody_asks_and_nobody_answers() -> None:
    assert answered([], ["泵站"]) == answered(["泵站"], []) == answered(["泵站"], ["粮食"]) == []
