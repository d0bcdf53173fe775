//! Words for sex, position, rank, clearance, pools and exemptions.

use super::words;
use crate::pool::{Clearance, Exemption, Position, Rank, Sex};

/// One talent pool, as the cell that lists a person's pools names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PoolName {
    Supervision,
    Investigation,
}

words! {
    Sex {
        Female = "female" "女" ["f", "女性"];
        Male = "male" "男" ["m", "男性"];
    }
    Position {
        CommissionLeader = "commission_leader" "委领导" ["委班子成员", "班子成员", "常委", "leader"];
        Head = "head" "正职" ["室主任", "主任", "组长", "正"];
        Deputy = "deputy" "副职" ["副主任", "副组长", "副"];
        Staff = "staff" "干部" ["一般干部", "工作人员", "普通干部"];
    }
    // The older titles follow the nationwide conversion of 2019 from 非领导职务 to 职级.
    Rank {
        Inspector1 = "inspector_1" "一级巡视员" ["巡视员"];
        Inspector2 = "inspector_2" "二级巡视员" ["副巡视员"];
        Researcher1 = "researcher_1" "一级调研员" [];
        Researcher2 = "researcher_2" "二级调研员" ["调研员"];
        Researcher3 = "researcher_3" "三级调研员" [];
        Researcher4 = "researcher_4" "四级调研员" ["副调研员"];
        SectionOfficer1 = "section_officer_1" "一级主任科员" [];
        SectionOfficer2 = "section_officer_2" "二级主任科员" ["主任科员"];
        SectionOfficer3 = "section_officer_3" "三级主任科员" [];
        SectionOfficer4 = "section_officer_4" "四级主任科员" ["副主任科员"];
        Clerk1 = "clerk_1" "一级科员" ["科员"];
        Clerk2 = "clerk_2" "二级科员" ["办事员"];
    }
    Clearance {
        None = "none" "非涉密" ["无", "不涉密"];
        Confidential = "confidential" "秘密" ["秘密级", "一般涉密"];
        Secret = "secret" "机密" ["机密级", "重要涉密"];
        TopSecret = "top_secret" "绝密" ["绝密级", "核心涉密"];
    }
    Exemption {
        Probation = "probation" "试用期" ["新提任领导试用期", "领导试用期"];
        CountyLeadership = "county_leadership" "县乡班子成员" ["县乡领导班子成员"];
        SelectedGraduate = "selected_graduate" "选调生" ["选调生未满基层年限"];
        SpecialTask = "special_task" "专项任务" ["专项任务未完成"];
    }
    PoolName {
        Supervision = "supervision" "监督检查" ["监督检查人才库", "监督"];
        Investigation = "investigation" "审查调查" ["审查调查人才库", "审查"];
    }
}
