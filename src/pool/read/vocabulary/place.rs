//! Words for what a unit is and does.

use super::words;
use crate::pool::{UnitFunction, UnitKind};

words! {
    UnitKind {
        Room = "room" "室" ["内设机构", "机关室"];
        Stationed = "stationed" "派驻组" ["组", "派驻机构", "派驻纪检监察组"];
        Local = "local" "地方" ["地", "县区纪委监委", "乡镇纪委"];
        External = "external" "外部单位" ["外单位", "外部"];
    }
    UnitFunction {
        Leadership = "leadership" "委领导班子" ["领导班子"];
        Discipline = "discipline" "纪检监察" ["纪检监察室"];
        Supervision = "supervision" "监督检查" ["监督检查室"];
        Investigation = "investigation" "审查调查" ["审查调查室"];
        Conduct = "conduct" "党风政风监督" ["党风政风监督室", "党风政风室"];
        Review = "review" "案件审理" ["案件审理室", "审理"];
        CaseManagement = "case_management" "案件监督管理" ["案件监督管理室", "案管"];
        Petitions = "petitions" "信访" ["信访室"];
        Inspection = "inspection" "巡察" ["巡察办", "巡察组"];
        Audit = "audit" "审计" ["审计机关", "审计局"];
        General = "general" "综合" ["办公室", "组织部", "宣传部"];
    }
}
