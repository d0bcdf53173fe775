//! Words for dossier facts: spells, kin, ties, declarations and rates.

use super::words;
use crate::pool::{DeclarationContent, DeclaredTieKind, RateKind, SpellKind};

/// What the relation cell of the kin table says when it is not a kin term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    BirthParent,
    AdoptiveParent,
    StepParent,
    Spouse,
}

words! {
    SpellKind {
        Post = "post" "任职" ["工作"];
        Study = "study" "学习" ["在校", "进修"];
        TemporaryPosting = "temporary_posting" "挂职" ["挂任"];
        Secondment = "secondment" "借调" ["借用", "抽调", "跟班"];
        Concurrent = "concurrent" "兼任" ["兼职"];
        Military = "military" "服役" ["参军"];
        Stationed = "stationed" "派驻" ["驻在"];
    }
    Relation {
        BirthParent = "parent" "亲生" ["birth", "birth_parent", "亲子", "亲生父母"];
        AdoptiveParent = "adoptive_parent" "收养" ["adoptive", "养父母"];
        StepParent = "step_parent" "继亲" ["step", "继父母"];
        Spouse = "spouse" "配偶" ["夫妻", "夫妇", "妻子", "丈夫", "妻", "夫", "爱人"];
    }
    DeclaredTieKind {
        Friend = "friend" "朋友" ["好友"];
        Classmate = "classmate" "同学" ["校友"];
        Townsman = "townsman" "同乡" ["老乡"];
        Colleague = "colleague" "同事" ["原同事"];
        DistantKin = "distant_kin" "远亲" ["其他亲属"];
        Grudge = "grudge" "矛盾" ["过节"];
        Loan = "loan" "借贷" ["经济往来"];
        Interest = "interest" "利害关系" ["利益关系"];
        SwornKin = "sworn_kin" "干亲" [];
        Other = "other" "其他" ["其它"];
    }
    DeclarationContent {
        None = "none" "无" ["无应回避情形", "否"];
        Listed = "listed" "有" ["有应回避情形", "已列明", "是"];
    }
    RateKind {
        DayAway = "day_away" "外出每天" ["每天", "伙食补助"];
        Kilometer = "kilometer" "每公里" ["公里", "交通"];
    }
}
