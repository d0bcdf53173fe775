//! Kin terms as rosters write them, and the steps that each stands for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::Step;
use crate::pool::ParentKind;

/// Steps, a letter each: `p` parent, `c` child, `m` marriage, `f` former marriage; capitals `P` `C` by adoption, `S` a
/// step-parent, `T` a stepchild; `/` between the meanings of one word. Words of one line stand for the same steps.
const TERMS: &[(&str, &str)] = &[
    (
        "m",
        "夫妻 夫妇 两口子 老伴 配偶 妻子 妻 丈夫 夫 爱人 老公 老婆 太太 夫人 内人 老伴儿 \
         堂客",
    ),
    ("f", "前妻 前夫 前配偶 前任配偶 离异配偶 前老公 前老婆 前爱人"),
    (
        "p",
        "父母 爹妈 爹娘 双亲 爸 妈 爹 娘 父亲 母亲 父 母 爸爸 妈妈 生父 生母 老子 老爸 \
         老妈 老爹 老娘 老父 老母 老父亲 老母亲 爸妈 爸爸妈妈 父亲母亲 阿爸 阿妈 家父 家母",
    ),
    ("P", "养父 养母 养父母"),
    ("S", "继父 继母 后父 后母 继父母 后爸 后妈 后爹 后娘 小妈 继爸 继妈"),
    (
        "c",
        "儿女 孩子 独生子 独生女 独生子女 儿子 女儿 子 女 长子 次子 三子 独子 长女 次女 三女 \
         独女 子女 儿 闺女 四子 五子 二子 幺子 幼子 幼女 崽",
    ),
    ("C", "养子 养女 养子女"),
    ("T", "继子 继女 继子女"),
    (
        "pp",
        "祖父母 外祖父母 爷爷奶奶 外公外婆 姥姥姥爷 祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 \
         姥爷 姥姥 祖父祖母 外祖父外祖母",
    ),
    ("cc", "孙子女 外孙子女 孙女儿 孙子 孙女 外孙 外孙女 外孙子 孙 孙儿 外孙儿 孙子孙女"),
    ("ppp", "曾祖父母 外曾祖父母 曾祖父 曾祖母 外曾祖父 外曾祖母 太爷爷 太奶奶 太外公 太外婆"),
    ("ccc", "曾孙子女 曾孙 曾孙女 外曾孙 外曾孙女"),
    ("pppp", "高祖 高祖父母 高祖父 高祖母 外高祖父 外高祖母"),
    ("cccc", "玄孙 玄孙子女 玄孙女 外玄孙 外玄孙女"),
    (
        "pc",
        "哥 姊 兄弟 姐妹 兄弟姐妹 姊妹 兄弟姊妹 兄妹 姐弟 姊弟 哥哥 弟弟 姐姐 妹妹 兄 弟 姐 \
         妹 兄长 胞兄 胞弟 胞姐 胞妹 大哥 二哥 大姐 二姐 兄姊 兄姐 弟兄 姊姊 哥弟",
    ),
    (
        "ppc",
        "伯叔 叔伯 舅姨 姑姨 姑 姨娘 伯父 叔父 叔叔 伯伯 大伯 叔 伯 姑姑 姑母 姑妈 舅舅 \
         舅父 舅 姨妈 姨母 姨 大爷 大爹 二爹 三爹 大爸 二爸 三爸 幺爸 幺爹 娘舅 姨姨",
    ),
    ("pcc", "侄子女 外甥子女 侄甥 侄子 侄女 侄儿 侄 外甥 外甥女 甥 侄女儿 侄儿子 外甥儿"),
    (
        "ppcc",
        "堂姐妹 表姐妹 堂兄弟姐妹 表兄弟姐妹 堂兄妹 表兄妹 堂姐弟 表姐弟 堂哥 堂兄 堂弟 堂姐 \
         堂妹 表哥 表兄 表弟 表姐 表妹 堂兄弟 表兄弟 姑表兄 姑表弟 姑表姐 姑表妹 姑表哥 \
         姑表兄弟 姑表姐妹 姑表兄妹 姑表姐弟 姨表兄 姨表弟 姨表姐 姨表妹 姨表哥 姨表兄弟 姨表姐妹 \
         姨表兄妹 姨表姐弟 舅表兄 舅表弟 舅表姐 舅表妹 舅表哥 舅表兄弟 舅表姐妹 舅表兄妹 舅表姐弟 \
         堂姊 表姊 堂姊妹 表姊妹 叔伯兄弟 叔伯姐妹 叔伯哥哥 叔伯弟弟 叔伯姐姐 叔伯妹妹",
    ),
    (
        "mp",
        "岳父母 公婆 公公婆婆 岳丈 岳父 岳母 公公 婆婆 丈人 丈母娘 婆母 公爹 丈母 岳父岳母 \
         妻父 妻母 夫父 夫母",
    ),
    ("cm", "儿媳 儿媳妇 女婿 儿妇 媳 婿 子婿 上门女婿"),
    ("cmp", "亲家 亲家公 亲家母 亲家爹 亲家爷 亲家婆"),
    ("pcm", "嫂子 嫂嫂 嫂 弟媳 姐夫 妹夫 弟媳妇 弟妇 兄弟媳妇 姊夫 妹婿 姐丈 妹丈"),
    (
        "mpc",
        "妻舅 大舅子 小舅子 内兄 内弟 大姨子 小姨子 妻姐 妻妹 妻兄 妻弟 大伯子 小叔子 大姑子 \
         小姑子 妻哥 夫哥 夫兄 夫弟 夫姐 夫妹 内妹 内姐 舅子 舅哥 大舅哥 小舅弟 大姨姐 小姨妹 \
         大姑姐 小姑妹 大伯哥 妻姊",
    ),
    ("mpcm", "连襟 妯娌 挑担 一担挑 连桥 襟兄 襟弟 老挑 妻姐夫 妻妹夫"),
    (
        "ppcm",
        "伯母 婶婶 婶母 婶 姑父 姑丈 舅妈 舅母 姨父 姨丈 姨夫 姑夫 叔母 婶娘 婶子 伯娘 舅娘 \
         妗子 妗母 姨爹 姑爹 大妈 大娘 二妈 二娘 三妈 三娘 幺妈 幺娘",
    ),
    ("pccm", "侄媳 侄女婿 外甥媳妇 外甥女婿 侄媳妇 侄儿媳 侄儿媳妇 侄子媳妇 外甥媳 甥媳 侄婿 甥婿"),
    (
        "ppccm",
        "堂嫂 堂弟媳 堂姐夫 堂妹夫 表嫂 表弟媳 表姐夫 表妹夫 堂嫂子 表嫂子 堂弟媳妇 表弟媳妇 \
         堂弟妇 表弟妇 堂姐丈 表姐丈 堂妹婿 表妹婿",
    ),
    (
        "mppc",
        "妻叔 妻伯 妻姑 妻舅父 妻姨 夫叔 夫伯 夫姑 夫舅 夫姨 叔岳父 伯岳父 舅岳父 叔丈人 \
         伯丈人 舅丈人",
    ),
    (
        "mppcc",
        "妻表兄弟 妻堂兄弟 妻表兄 妻表弟 妻堂兄 妻堂弟 妻表姐 妻表妹 妻堂姐 妻堂妹 夫表兄 夫表弟 \
         夫堂兄 夫堂弟 夫表姐 夫表妹 夫堂姐 夫堂妹",
    ),
    ("mpp", "妻祖父 妻祖母 岳祖父 岳祖母 夫祖父 夫祖母"),
    ("ccm", "孙媳 孙媳妇 孙女婿 外孙媳 外孙媳妇 外孙女婿 孙婿 外孙婿"),
    (
        "pppc",
        "叔祖父 伯祖父 叔公 姑婆 舅公 姨婆 叔祖 姑祖母 舅祖父 大爷爷 大姥爷 大外公 大祖父 \
         二爷爷 二姥爷 二外公 二祖父 三爷爷 三姥爷 三外公 三祖父 四爷爷 四姥爷 四外公 四祖父 \
         五爷爷 五姥爷 五外公 五祖父 小爷爷 小姥爷 小外公 小祖父 伯公 姨祖母 姑奶奶 姑姥姥 \
         姨奶奶 姨姥姥 舅爷 舅爷爷 舅姥爷 叔爷 叔爷爷 伯爷爷 叔外祖父 伯外祖父",
    ),
    (
        "pppcc",
        "堂叔 堂伯 堂姑 表叔 表舅 表姑 表姨 堂舅 堂姨 表伯 堂伯父 堂叔父 表伯父 表叔父 堂姑母 \
         表姑母 表姨母 表舅父",
    ),
    ("ppccc", "堂侄 堂侄女 表侄 表侄女 表外甥 堂外甥 堂外甥女 表外甥女 堂侄子 堂侄儿 表侄子 表侄儿"),
    ("ppppc", "曾叔祖父 曾伯祖父 曾叔祖 曾伯祖"),
    ("pppccc", "再从兄弟 再从姐妹 再从兄 再从弟 再从姐 再从妹"),
    ("ppppccc", "族叔父 族伯父 族叔 族伯"),
    ("ppppcccc", "族兄弟 族兄 族弟 族姐 族妹"),
    ("m/cm", "媳妇"),
    ("pc/pcm", "弟妹 兄嫂 哥嫂"),
    ("p/c", "父子 父女 母子 母女 亲子"),
    ("pp/cc", "祖孙 爷孙"),
    ("ppc/pcc", "叔侄 姑侄 舅甥 姨甥"),
    ("ppc/ppcm", "伯父母 叔父母 舅父母"),
    ("mp/cm", "婆媳 翁婿"),
    ("mpc/pcm", "姑嫂 叔嫂 郎舅"),
    ("mpcc", "内侄 内侄女 妻侄 妻侄女 夫侄 夫侄女 妻外甥 妻外甥女 夫外甥 夫外甥女"),
    (
        "pppc/pppcm",
        "大奶奶 大姥姥 大外婆 大祖母 二奶奶 二姥姥 二外婆 二祖母 三奶奶 三姥姥 三外婆 三祖母 \
         四奶奶 四姥姥 四外婆 四祖母 五奶奶 五姥姥 五外婆 五祖母 小奶奶 小姥姥 小外婆 小祖母",
    ),
    (
        "pppcm",
        "叔祖母 伯祖母 叔婆 伯婆 舅婆 舅奶奶 舅姥姥 舅祖母 姑公 姨公 姑爷爷 姨爷爷 姑祖父 \
         姨祖父",
    ),
    ("ppcc/ppccm", "堂弟妹 表弟妹"),
    ("pccc", "侄孙 侄孙女 外甥孙 甥孙 外甥孙女 甥孙女 侄外孙 侄外孙女"),
];

/// What may stand before a word of kin and leaves the degree as it is: marks of rank, which make another person of an
/// ancestor (a 二爷爷 is no grandfather), marks of the full blood, and marks of the half blood.
const RANKS: &str = "大 二 三 四 五 六 七 八 九 十 小 老 幺 满 细 长 次";
const FULL_BLOOD: &str = "亲 亲生 胞 同胞 嫡亲 孪生 双胞胎";
const HALF_BLOOD: &str = "同父异母 同母异父 异母 异父 同父 同母";

/// Longest chain of words, and of steps, that is read.
const LONGEST: (usize, usize) = (4, 12);

/// Steps from the one whose words these are to the relative, with the kind of each parent.
pub(super) type Steps = Vec<(Step, Option<ParentKind>)>;

static LETTERS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    TERMS.iter().flat_map(|(letters, words)| words.split(' ').map(move |word| (word, *letters))).collect()
});

/// Every word of the table.
pub fn kin_words() -> impl Iterator<Item = &'static str> {
    TERMS.iter().flat_map(|(_, words)| words.split(' '))
}

/// All that a term may mean; nothing for one that cannot be read.
pub(super) fn meanings(term: &str) -> Vec<Steps> {
    let mut ways = BTreeSet::from([String::new()]);
    let mut length = (0, 0);
    for word in words_of(&closed_up(term)) {
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

/// Between which steps of a term of one meaning two full siblings stand: after so many steps one of them, two steps on
/// the other. A parent and child of different words have but one parent in common.
pub(super) fn full_siblings(term: &str) -> Vec<usize> {
    let (mut steps, mut found) = (0, Vec::new());
    let term = closed_up(term);
    for word in words_of(&term) {
        let Some(letters) = word_letters(word) else { return Vec::new() };
        let half = HALF_BLOOD.split(' ').any(|mark| word.starts_with(mark));
        let pairs = letters.as_bytes().windows(2).enumerate();
        found.extend(pairs.filter(|(_, pair)| *pair == b"pc" && !half).map(|(at, _)| steps + at));
        steps += letters.len();
    }
    match meanings(&term).as_slice() {
        [only] if only.len() == steps => found,
        _ => Vec::new(),
    }
}

fn closed_up(term: &str) -> String {
    term.split_whitespace().collect()
}

fn words_of(term: &str) -> impl Iterator<Item = &str> {
    term.strip_suffix("关系").unwrap_or(term).split(['之', '的'])
}

fn word_letters(word: &str) -> Option<&'static str> {
    let find = |word: &str| LETTERS.get(word).copied();
    let spouse = |letters: &str| letters == "m" || letters == "f";
    let after = |marks: &'static str| marks.split(' ').filter_map(|mark| word.strip_prefix(mark));
    let ancestor = |letters: &str| letters.trim_start_matches(['p', 'P', 'S']).is_empty();
    let ranked = |rest: &str| find(rest).filter(|letters| rest != "子" && !ancestor(letters) && !spouse(letters));
    let marked = |rest: &str| find(rest).filter(|letters| !spouse(letters));
    find(word)
        .or_else(|| after(RANKS).find_map(ranked))
        .or_else(|| after(FULL_BLOOD).find_map(marked))
        .or_else(|| after(HALF_BLOOD).find_map(marked))
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
