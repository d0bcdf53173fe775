//! What a roster may have meant by a template or a role that the policy does not know.

use crate::diag::{Text, did_you_mean};
use crate::pool::read::token;

/// Of more namesakes than this a user is better served by the whole list.
const FEW: usize = 3;

/// The few whose names begin with `word`, hold it or are shortened to it (“初核” for “初步核实组”); else the nearest id or
/// name; else all of them.
pub(super) fn near_or_all<'a>(named: impl Iterator<Item = (&'a String, &'a Text)> + Clone, word: &str) -> Text {
    let short_for = shortened(named.clone(), word);
    if (1..=FEW).contains(&short_for.len()) {
        let zh: Vec<String> = short_for.iter().map(|(id, name)| format!("{}（{id}）", name.zh)).collect();
        let en: Vec<String> = short_for.iter().map(|(id, name)| format!("`{id}` ({})", name.en)).collect();
        return Text::new(format!("是否想写：{}？", zh.join("或者")), format!("did you mean {}?", en.join(" or ")));
    }
    let known = named.clone().flat_map(|(id, name)| [id.as_str(), &name.zh, &name.en]);
    if let Some(near) = did_you_mean(word, known) {
        return Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?"));
    }
    let zh: Vec<String> = named.clone().map(|(id, name)| format!("{}（{id}）", name.zh)).collect();
    let en: Vec<String> = named.map(|(id, name)| format!("{id} ({})", name.en)).collect();
    Text::new(format!("可选：{}", zh.join("、")), format!("known: {}", en.join(", ")))
}

/// Those whose id or name in either language `word` is short for, in the strictest sense in which there are any.
fn shortened<'a>(
    named: impl Iterator<Item = (&'a String, &'a Text)> + Clone,
    word: &str,
) -> Vec<(&'a String, &'a Text)> {
    let word = token(word);
    if word.chars().count() < 2 {
        return Vec::new();
    }
    let senses: [fn(&str, &str) -> bool; 3] =
        [|name, word| name.starts_with(word), |name, word| name.contains(word), leaves_out];
    let in_sense = |fits: fn(&str, &str) -> bool| {
        let bears = |name: &str| fits(&token(name), &word);
        let fitting = named.clone().filter(|(id, name)| bears(id) || bears(&name.zh) || bears(&name.en));
        fitting.collect::<Vec<_>>()
    };
    senses.into_iter().map(in_sense).find(|found| !found.is_empty()).unwrap_or_default()
}

/// Whether `word` is Chinese and leaves out characters of `name`, as abbreviations do.
fn leaves_out(name: &str, word: &str) -> bool {
    let mut rest = name.chars();
    word.chars().all(|wanted| ('\u{4e00}'..='\u{9fff}').contains(&wanted) && rest.any(|character| character == wanted))
}

#[cfg(test)]
mod tests {
    use super::near_or_all;
    use crate::diag::Text;
    use crate::policy::builtin;

    fn hint(word: &str) -> Text {
        let (policy, _) = builtin();
        near_or_all(policy.templates.values().map(|template| (&template.id, &template.name)), word)
    }

    #[test]
    fn what_offices_call_a_template_leads_to_it() {
        for (word, zh, en) in [
            ("初核", "初步核实组（preliminary）", "`preliminary` (preliminary inquiry team)"),
            ("谈话函询", "谈话函询组（inquiry）", "`inquiry` (inquiry team)"),
            ("函询", "谈话函询组（inquiry）", "`inquiry` (inquiry team)"),
            ("立案", "立案审查调查组（filed）", "`filed` (investigation team)"),
            ("审查调查", "立案审查调查组（filed）", "`filed` (investigation team)"),
            ("专案", "专案组（special-case）", "`special-case` (special case team)"),
            ("巡审", "巡审联动组（inspection-audit）", "`inspection-audit` (joint inspection and audit team)"),
            ("Inspection", "巡审联动组（inspection-audit）", "`inspection-audit` (joint inspection and audit team)"),
        ] {
            let hint = hint(word);
            assert_eq!(hint.zh, format!("是否想写：{zh}？"), "{word}");
            assert_eq!(hint.en, format!("did you mean {en}?"), "{word}");
        }
    }

    #[test]
    fn what_is_short_for_several_names_them_all() {
        assert_eq!(
            hint("留置").zh,
            "是否想写：留置专案组（detention）或者留置专案组（双组长）（detention-co-leads）？"
        );
    }

    #[test]
    fn a_slip_leads_to_the_nearest_and_what_is_near_nothing_to_the_list() {
        assert_eq!(hint("filled").en, "did you mean `filed`?");
        assert_eq!(hint("detnetion").en, "did you mean `detention`?");
        assert_eq!(hint("留置专按组").zh, "是否想写“留置专案组”？");
        assert!(hint("组").zh.starts_with("可选："), "one character says nothing");
        assert!(hint("家访").zh.contains("初步核实组（preliminary）"));
    }
}
