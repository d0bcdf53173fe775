//! Words for cases, parties and decisions.

use super::words;
use crate::pool::{CaseStage, PartyRole, PinKind, RequestOutcome};

words! {
    CaseStage {
        Inquiry = "inquiry" "谈话函询" ["函询"];
        Preliminary = "preliminary" "初核" ["初步核实"];
        Filed = "filed" "立案" ["立案审查调查", "审查调查"];
        Detention = "detention" "留置" [];
        FirstReview = "first_review" "初审" ["片区初审", "片区复审", "复审"];
        Review = "review" "审理" ["案件审理"];
        Supervision = "supervision" "监督检查" ["专项监督", "巡察", "专项"];
    }
    PartyRole {
        Subject = "subject" "被审查调查人" ["被调查人", "审查调查对象", "调查对象"];
        Informant = "informant" "检举人" ["举报人", "控告人"];
        Witness = "witness" "证人" [];
        Interested = "interested" as "interested party" "利害关系人" ["涉案人员", "关系人"];
    }
    RequestOutcome {
        Asked = "asked" "待答复" ["已商请"];
        Lent = "lent" "已借出" ["同意"];
        Refused = "refused" "未同意" ["拒绝", "不同意"];
    }
    PinKind {
        Pin = "pin" as "pinned" "指定" ["指定参加"];
        Ban = "ban" as "banned" "排除" ["禁止", "不得参加"];
    }
}
