//! What people read for the words of a rule file.

use super::{Certainty, Scope, VerdictLevel, Waivable};
use crate::diag::Text;

impl Certainty {
    /// What the tag says of the source.
    pub fn title(self) -> Text {
        match self {
            Certainty::S => Text::new("公开报道的做法", "a public report of practice"),
            Certainty::V => {
                Text::new("已查阅法律或地方规定的公开文本", "read in a public copy of the law or a local rule")
            }
            Certainty::H => Text::new("凭记忆引用，须本地确认", "from memory, to be confirmed locally"),
            Certainty::I => Text::new("推定的默认规则，须本地确认", "inferred default, to be confirmed locally"),
        }
    }
}

impl Scope {
    /// Which plans the rule binds, in words.
    pub fn title(self) -> Text {
        match self {
            Scope::Team => Text::new("办案组队", "plans that staff cases"),
            Scope::Rotation => Text::new("轮岗交流", "plans that move people from post to post"),
        }
    }
}

impl VerdictLevel {
    /// The verdict in words.
    pub fn title(self) -> Text {
        match self {
            VerdictLevel::None => Text::new("不问", "none"),
            VerdictLevel::Warn => Text::new("提示", "warn"),
            VerdictLevel::Review => Text::new("需审查", "review"),
            VerdictLevel::Block => Text::new("需回避", "block"),
        }
    }
}

impl Waivable {
    /// Who may waive the rule, in words.
    pub fn title(&self) -> Text {
        match self {
            Waivable::Never => Text::new("任何人不得豁免", "nobody may waive it"),
            Waivable::ReviewBy { office } => {
                Text::new(format!("由{}逐案批准", office.zh), format!("case by case, by {}", office.en))
            }
            Waivable::Setting => Text::new("可由政策文件调整", "a setting of the policy file"),
        }
    }
}
