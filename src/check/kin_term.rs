//! Kin terms as rosters write them, and the steps that each stands for.

use std::collections::BTreeSet;

use super::kin::Step;
use crate::pool::ParentKind;

/// Steps, a letter each: `p` parent, `c` child, `m` marriage, `f` former marriage; capitals `P` `C` by adoption, `S` a
/// step-parent, `T` a stepchild; `/` between the meanings of one word. Words of one line stand for the same steps.
const TERMS: &[(&str, &str)] = &[
    ("m", "夫妻 夫妇 两口子 老伴 配偶 妻子 妻 丈夫 夫 爱人 老公 老婆"),
    ("f", "前妻 前夫 前配偶"),
    ("p", "父母 爹妈 爹娘 双亲 爸 妈 爹 娘 父亲 母亲 父 母 爸爸 妈妈 生父 生母"),
    ("P", "养父 养母"),
    ("S", "继父 继母 后父 后母"),
    ("c", "儿女 孩子 独生子 独生女 独生子女 儿子 女儿 子 女 长子 次子 三子 独子 长女 次女 三女 独女 子女"),
    ("C", "养子 养女"),
    ("T", "继子 继女"),
    ("pp", "祖父母 外祖父母 爷爷奶奶 外公外婆 姥姥姥爷 祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 姥爷 姥姥"),
    ("cc", "孙子女 外孙子女 孙女儿 孙子 孙女 外孙 外孙女 外孙子 孙 孙儿"),
    ("ppp", "曾祖父母 外曾祖父母 曾祖父 曾祖母 外曾祖父 外曾祖母 太爷爷 太奶奶"),
    ("ccc", "曾孙子女 曾孙 曾孙女 外曾孙 外曾孙女"),
    (
        "pc",
        "哥 姊 兄弟 姐妹 兄弟姐妹 姊妹 兄弟姊妹 兄妹 姐弟 姊弟 哥哥 弟弟 姐姐 妹妹 兄 弟 姐 妹 兄长 胞兄 胞弟 胞姐 胞妹 大哥 二哥 大姐 二姐",
    ),
    ("ppc", "伯叔 叔伯 舅姨 姑姨 姑 姨娘 伯父 叔父 叔叔 伯伯 大伯 叔 伯 姑姑 姑母 姑妈 舅舅 舅父 舅 姨妈 姨母 姨"),
    ("pcc", "侄子女 外甥子女 侄甥 侄子 侄女 侄儿 侄 外甥 外甥女 甥 内侄 内侄女"),
    (
        "ppcc",
        "堂姐妹 表姐妹 堂兄弟姐妹 表兄弟姐妹 堂兄妹 表兄妹 堂姐弟 表姐弟 堂哥 堂兄 堂弟 堂姐 堂妹 表哥 表兄 表弟 表姐 表妹 堂兄弟 表兄弟",
    ),
    ("mp", "岳父母 公婆 公公婆婆 岳丈 岳父 岳母 公公 婆婆 丈人 丈母娘"),
    ("cm", "儿媳 儿媳妇 女婿"),
    ("cmp", "亲家 亲家公 亲家母"),
    ("pcm", "嫂子 嫂嫂 嫂 弟媳 姐夫 妹夫"),
    ("mpc", "妻舅 大舅子 小舅子 内兄 内弟 大姨子 小姨子 妻姐 妻妹 妻兄 妻弟 大伯子 小叔子 大姑子 小姑子"),
    ("mpcm", "连襟 妯娌"),
    ("ppcm", "伯母 婶婶 婶母 婶 姑父 姑丈 舅妈 舅母 姨父 姨丈 姨夫"),
    ("pccm", "侄媳 侄女婿 外甥媳妇 外甥女婿"),
    ("ppccm", "堂嫂 堂弟媳 堂姐夫 堂妹夫 表嫂 表弟媳 表姐夫 表妹夫"),
    ("mppc", "妻叔 妻伯 妻姑 妻舅父 妻姨"),
    ("mppcc", "妻表兄弟 妻堂兄弟 妻表兄 妻表弟 妻堂兄 妻堂弟"),
    ("mpp", "妻祖父 妻祖母"),
    ("ccm", "孙媳 孙媳妇 孙女婿"),
    ("pppc", "叔祖父 伯祖父 叔公 姑婆 舅公 姨婆 叔祖 姑祖母 舅祖父"),
    ("pppcc", "堂叔 堂伯 堂姑 表叔 表舅 表姑 表姨"),
    ("ppccc", "堂侄 堂侄女 表侄 表侄女 表外甥"),
    ("m/cm", "媳妇"),
    ("pc/pcm", "弟妹 兄嫂 哥嫂"),
    ("p/c", "父子 父女 母子 母女"),
    ("pp/cc", "祖孙 爷孙"),
    ("ppc/pcc", "叔侄 姑侄 舅甥 姨甥"),
    ("ppc/ppcm", "伯父母 叔父母 舅父母"),
    ("mp/cm", "婆媳 翁婿"),
    ("mpc/pcm", "姑嫂 叔嫂 郎舅"),
    ("pccc", "侄孙 侄孙女 外甥孙 甥孙"),
];

/// What may stand before a word of kin and leaves the degree as it is.
const ADJECTIVES: &str = "大 二 三 四 五 六 七 八 九 小 老 幺 长 次 亲 胞 同父异母 同母异父";

/// Longest chain of words, and of steps, that is read.
const LONGEST: (usize, usize) = (4, 12);

/// Steps from the one whose words these are to the relative, with the kind of each parent.
pub(super) type Steps = Vec<(Step, Option<ParentKind>)>;

/// Every word of the table.
pub fn kin_words() -> impl Iterator<Item = &'static str> {
    TERMS.iter().flat_map(|(_, words)| words.split(' '))
}

/// All that a term may mean; nothing for one that cannot be read.
pub(super) fn meanings(term: &str) -> Vec<Steps> {
    let term = term.trim();
    let mut ways = BTreeSet::from([String::new()]);
    let mut length = (0, 0);
    for word in term.strip_suffix("关系").unwrap_or(term).split(['之', '的']) {
        let Some(letters) = word_letters(word) else { return Vec::new() };
        length = (length.0 + 1, length.1 + letters.split('/').map(str::len).max().unwrap_or_default());
        if length.0 > LONGEST.0 || length.1 > LONGEST.1 {
            return Vec::new();
        }
        let mut further = BTreeSet::new();
        for way in &ways {
            letters.split('/').for_each(|next| join(way, next, &mut further));
        }
        ways = further;
    }
    ways.iter().filter(|way| !way.is_empty()).map(|way| way.chars().map(step).collect()).collect()
}

fn word_letters(word: &str) -> Option<&'static str> {
    let find = |word: &str| TERMS.iter().find(|(_, words)| words.split(' ').any(|known| known == word));
    if let Some((letters, _)) = find(word) {
        return Some(letters);
    }
    for adjective in ADJECTIVES.split(' ') {
        if let Some((letters, _)) = word.strip_prefix(adjective).and_then(find)
            && *letters != "m"
            && *letters != "f"
        {
            return Some(letters);
        }
    }
    None
}

/// `way` and then `next`, also where the latter turns back: a child's parent may be oneself or the spouse, a parent's
/// child oneself, a parent's spouse a parent, a spouse's child one's own.
fn join(way: &str, next: &str, found: &mut BTreeSet<String>) {
    found.insert(format!("{way}{next}"));
    let (Some(last), Some(first)) = (way.chars().last(), next.chars().next()) else { return };
    let (back, rest) = (&way[..way.len() - 1], &next[1..]);
    let is = |letter: char, sort: &str| sort.contains(letter);
    if is(last, "cCT") && is(first, "pPS") {
        join(back, rest, found);
        let mut married = BTreeSet::new();
        join(back, "m", &mut married);
        married.iter().for_each(|married| join(married, rest, found));
    } else if is(last, "pPS") && is(first, "cCT") || is(last, "mf") && is(first, "mf") {
        join(back, rest, found);
    } else if is(last, "pPS") && is(first, "mf") {
        join(&format!("{back}p"), rest, found);
    } else if is(last, "mf") && is(first, "cCT") {
        let mut own = BTreeSet::new();
        join(back, "c", &mut own);
        own.iter().for_each(|own| join(own, rest, found));
    }
}

fn step(letter: char) -> (Step, Option<ParentKind>) {
    match letter {
        'm' => (Step::Marriage, None),
        'f' => (Step::FormerMarriage, None),
        'p' => (Step::Up, Some(ParentKind::Birth)),
        'P' => (Step::Up, Some(ParentKind::Adoptive)),
        'S' => (Step::Up, Some(ParentKind::Step)),
        'C' => (Step::Down, Some(ParentKind::Adoptive)),
        'T' => (Step::Down, Some(ParentKind::Step)),
        _ => (Step::Down, Some(ParentKind::Birth)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_stands_for_one_path_in_known_letters() {
        let mut seen = BTreeSet::new();
        for (path, words) in TERMS {
            assert!(path.chars().all(|letter| "mfpPScCT/".contains(letter)), "{path}");
            assert!(words.split(' ').all(|word| seen.insert(word)), "{words}");
        }
        let lengths = |term| meanings(term).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(lengths(" 表哥 "), [4]);
        assert_eq!(lengths("父亲的妻子"), [1, 2]);
        assert!(lengths("干爹").is_empty());
    }
}
