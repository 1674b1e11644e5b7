"""Of what there had better be fewer: no plan aims too low there."""

import re

#: Of these fewer are better, or more are no merit.
FEWER = re.compile(
    "失败|事故|死亡|伤亡|投诉|信访|上访|(?<![档方提教预议答图])案|火灾|火情|失业|辍学|流失|返贫|能耗|排放|浓度|污染|负债|债务|欠|逾期|不良|违|差错|赤字|发病|感染|发生|亏损|退|损失|成本|支出|公用|"
    "三公|超期|积存|积压|库存|空置|闲置|缺口|问题|时限|天数|周期|耗时|降低|下降|压减|减少|控制|贫困|用水|用电"
)
