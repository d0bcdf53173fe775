//! Kin terms as rosters write them, and the steps that each stands for.

use super::kin::Step;
use crate::pool::ParentKind;

/// Steps, a letter each: `p` parent, `c` child, `m` marriage, `f` former marriage; capitals `P` `C` by adoption, `S` a
/// step-parent, `T` a stepchild. Words of one line stand for the same steps.
const TERMS: &[(&str, &str)] = &[
    ("m", "配偶 妻子 妻 丈夫 夫 爱人 老公 老婆"),
    ("f", "前妻 前夫 前配偶"),
    ("p", "父亲 母亲 父 母 爸爸 妈妈 生父 生母"),
    ("P", "养父 养母"),
    ("S", "继父 继母 后父 后母"),
    ("c", "儿子 女儿 子 女 长子 次子 三子 独子 长女 次女 三女 独女 子女"),
    ("C", "养子 养女"),
    ("T", "继子 继女"),
    ("pp", "祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 姥爷 姥姥"),
    ("cc", "孙子 孙女 外孙 外孙女 外孙子 孙 孙儿"),
    ("ppp", "曾祖父 曾祖母 外曾祖父 外曾祖母 太爷爷 太奶奶"),
    ("ccc", "曾孙 曾孙女 外曾孙 外曾孙女"),
    ("pc", "哥哥 弟弟 姐姐 妹妹 兄 弟 姐 妹 兄长 胞兄 胞弟 胞姐 胞妹 大哥 二哥 大姐 二姐"),
    ("ppc", "伯父 叔父 叔叔 伯伯 大伯 叔 伯 姑姑 姑母 姑妈 舅舅 舅父 舅 姨妈 姨母 姨"),
    ("pcc", "侄子 侄女 侄儿 侄 外甥 外甥女 甥 内侄 内侄女"),
    ("ppcc", "堂哥 堂兄 堂弟 堂姐 堂妹 表哥 表兄 表弟 表姐 表妹 堂兄弟 表兄弟"),
    ("mp", "岳父 岳母 公公 婆婆 丈人 丈母娘"),
    ("cm", "儿媳 儿媳妇 媳妇 女婿"),
    ("cmp", "亲家 亲家公 亲家母"),
    ("pcm", "嫂子 嫂嫂 嫂 弟媳 弟妹 姐夫 妹夫"),
    ("mpc", "大舅子 小舅子 内兄 内弟 大姨子 小姨子 妻姐 妻妹 妻兄 妻弟 大伯子 小叔子 大姑子 小姑子"),
    ("mpcm", "连襟 妯娌"),
    ("ppcm", "伯母 婶婶 婶母 婶 姑父 姑丈 舅妈 舅母 姨父 姨丈 姨夫"),
    ("pccm", "侄媳 侄女婿 外甥媳妇 外甥女婿"),
    ("ppccm", "堂嫂 堂弟媳 堂姐夫 堂妹夫 表嫂 表弟媳 表姐夫 表妹夫"),
    ("mppc", "妻叔 妻伯 妻姑 妻舅父 妻姨"),
    ("mppcc", "妻表兄 妻表弟 妻堂兄 妻堂弟"),
    ("mpp", "妻祖父 妻祖母"),
    ("ccm", "孙媳 孙媳妇 孙女婿"),
    ("pppc", "叔祖父 伯祖父 叔公 姑婆 舅公 姨婆 叔祖 姑祖母 舅祖父"),
    ("pppcc", "堂叔 堂伯 堂姑 表叔 表舅 表姑 表姨"),
    ("ppccc", "堂侄 堂侄女 表侄 表侄女 表外甥"),
    ("pccc", "侄孙 侄孙女 外甥孙 甥孙"),
];

/// The steps from the one whose words these are to the relative, with the kind of each parent; `None` for a term that
/// is not in the table.
pub(super) fn path(term: &str) -> Option<Vec<(Step, Option<ParentKind>)>> {
    let (path, _) = TERMS.iter().find(|(_, words)| words.split(' ').any(|word| word == term.trim()))?;
    let steps = path.chars().map(|letter| match letter {
        'm' => (Step::Marriage, None),
        'f' => (Step::FormerMarriage, None),
        'p' => (Step::Up, Some(ParentKind::Birth)),
        'P' => (Step::Up, Some(ParentKind::Adoptive)),
        'S' => (Step::Up, Some(ParentKind::Step)),
        'C' => (Step::Down, Some(ParentKind::Adoptive)),
        'T' => (Step::Down, Some(ParentKind::Step)),
        _ => (Step::Down, Some(ParentKind::Birth)),
    });
    Some(steps.collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_term_stands_for_one_path_in_known_letters() {
        let mut seen = BTreeSet::new();
        for (path, words) in TERMS {
            assert!(path.chars().all(|letter| "mfpPScCT".contains(letter)), "{path}");
            assert!(words.split(' ').all(|word| seen.insert(word)), "{words}");
        }
        assert_eq!(path(" 表哥 ").map(|steps| steps.len()), Some(4));
        assert_eq!(path("干爹"), None);
    }
}
