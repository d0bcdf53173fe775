//! Every diagnostic code with its title: the one list that `docs/codes.md` mirrors.

use super::{Code, Text};

/// One code of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The stable code.
    pub code: Code,
    /// What the code stands for.
    pub title: Text,
}

/// `docs/codes.md`; a test compares it with the file.
pub fn reference() -> String {
    let mut out = String::from(
        "# 诊断代码 · Diagnostic codes\n\n本页由代码生成，测试保证两者一致。E 为错误，须先改正才能编组；W 为警告，不影响编组；N 为说明。\n\n\
         This page is generated from the code; a test keeps them equal. E is an error that stops planning until it is \
         mended, W a warning that does not, N a note.\n\n| 代码 code | 含义 | meaning |\n|---|---|---|\n",
    );
    for entry in all() {
        out.push_str(&format!("| {} | {} | {} |\n", entry.code, entry.title.zh, entry.title.en));
    }
    out
}

macro_rules! codes {
    ($($name:ident $zh:literal $en:literal;)*) => {
        $(#[doc = $en] pub const $name: Code = Code(stringify!($name));)*

        /// Every code in numerical order of its group.
        pub fn all() -> Vec<Entry> {
            vec![$(Entry { code: $name, title: Text::new($zh, $en) }),*]
        }
    };
}

codes! {
    E0101 "文件夹不存在或无法读取" "folder missing or unreadable";
    E0102 "缺少必需的表" "a required table is missing";
    E0103 "文件编码无法识别" "file encoding not recognized";
    E0104 "表头缺少必需的列" "a required column is missing";
    E0105 "CSV 结构损坏" "malformed CSV";
    E0106 "同一列出现两次" "a column appears twice";
    E0107 "同一张表有两个文件" "two files give one table";
    E0108 "表头有两种读法" "a header that can be read in two ways";
    E0201 "必填单元格为空" "a required cell is blank";
    E0202 "无法识别的数值" "not a number";
    E0203 "无法识别的日期" "not a date";
    E0204 "不在可选值之内" "not one of the allowed words";
    E0205 "长编号已被表格软件取整" "a long id rounded by a spreadsheet";
    E0206 "数值超出合理范围" "a number out of bounds";
    E0207 "最少人数多于需要人数" "a minimum above the number wanted";
    E0208 "看不见的字符" "an invisible character";
    E0301 "编号重复" "duplicate id";
    E0302 "引用的编号不存在" "dangling reference";
    E0303 "名称重复，无法确定所指" "a name stands for an id but several records bear it";
    E0304 "人员、涉案人员、亲属之间编号相同" "one id for two of a person, a party and a relative";
    E0305 "名称与编号不符" "a name and an id that disagree";
    E0401 "日期前后颠倒" "dates out of order";
    E0402 "全职履历时间重叠" "overlapping full-time spells";
    E0403 "年龄不合情理" "an implausible age";
    E0404 "生父母与子女的年龄不合情理" "a parent by birth hardly older than the child";
    E0501 "亲属关系成环" "a cycle in kin";
    E0502 "行政区划或机构成环" "a cycle in regions or organisations";
    E0503 "未知的专长" "unknown skill";
    E0504 "检举人登记了姓名" "a named informant";
    E0505 "与自身的关系" "a relation of something with itself";
    E0506 "亲生父母多于两人" "more than two parents by birth";
    E0507 "既指定又排除" "pinned and banned at once";
    E0508 "牵头单位不属于承办机关" "a lead room of another commission";
    E0601 "政策文件无法解析" "policy file cannot be parsed";
    E0602 "政策文件中有未知的键" "unknown key in a policy file";
    E0603 "未知的规则" "unknown rule";
    E0604 "未知的模板" "unknown template";
    E0605 "未知的内置政策" "unknown built-in policy";
    E0606 "政策取值不合要求" "a policy value has the wrong type or is out of range";
    E0607 "政策文件缺少必需的内容" "a policy file lacks something required";
    E0608 "同一事项写了两次" "a policy file states something twice";
    E0609 "模板数值不合要求" "numbers of a template that cannot be meant";
    E0610 "结对岗位人数不是双数" "a pair role wants an odd number of people";
    E0611 "模板没有组长" "a template without a lead";
    E0612 "模板没有安全员" "a template without a safety officer";
    E0613 "安全员兼任谈话、取证岗位" "a safety officer with interview or evidence work";
    E0614 "模板中没有这个岗位" "a template names a role it does not have";
    E0615 "模板要求未知的专长" "a template demands an unknown skill";
    E0616 "模板人数与规模不符" "a template's roles do not add up to its size";
    E0617 "关闭了不可关闭的规则" "a rule that cannot be switched off is switched off";
    E0701 "命令参数所指的案件不存在" "the command names a case that is not on file";
    E0702 "命令参数所指的人员不存在" "the command names a person who is not on file";
    E0703 "不是方案文件" "not a plan file";
    E0704 "没有待组队的案件" "no case wants a team";
    E0705 "方案文件无法读取" "plan file missing or unreadable";
    W0101 "未识别的列，已忽略" "unknown column, ignored";
    W0102 "未识别的文件，已忽略" "unknown file, ignored";
    W0103 "不予收集的个人信息，未读取" "personal facts that are never collected, not read";
    W0104 "重复的行" "the same row twice";
    W0201 "日期写法有歧义" "ambiguous date";
    W0301 "履历中的单位不在机构表" "a career names an organisation that is not on file";
    W0401 "日期在将来" "a date in the future";
    W0402 "超过任职年龄" "past the age of service";
    W0403 "期限已过" "out of date";
    W0404 "豁免早于案件结束日期到期" "a waiver that ends before its case";
    W0405 "任职时年龄过小" "at work too young";
    W0406 "自己提出、自己批准，或者为本人提出、批准豁免" "one person asked for a decision and approved it, or signed a waiver for themselves";
    W0501 "派驻组没有驻在单位" "a stationed group without its host";
    W0502 "单位人数少于在册人数" "a strength below the people listed";
    W0503 "不认识的亲属称谓" "an unknown kin term";
    W0504 "承办机关没有在册单位" "a handling commission without units";
    W0505 "不是派驻机构却有驻在单位" "a host on a unit that is not stationed";
    W0510 "申报“有”却没有登记" "declared “listed” while nothing is entered";
    W0511 "被审查调查人现工作单位不明" "a subject whose present workplace is not known";
    W0512 "案件没有被审查调查人" "a case without a subject";
    W0513 "同名而未登记为同一人" "one name in two tables, not on record as one human being";
    W0514 "亲属任领导职务而单位未登记" "a relative in a leading post at an organisation that is not on record";
    W0515 "立案或者留置的案件没有密级" "a case filed or under detention without a secrecy level";
    W0516 "在册人员是未结束案件的被审查调查人" "a person of the roster who is the subject of a case that is not over";
    W0517 "亲属任职应当回避" "near kin in posts that exclude each other";
    W0518 "两段婚姻都没有结束" "two marriages that have not ended";
    W0519 "人员表中疑似同一人登记了两次" "one human being who may be on the roster twice";
    W0520 "亲属标为非领导而履历是领导职务" "a relative marked as leading nothing whose career says otherwise";
    W0521 "日常工作占用人数多于单位人数" "a duty that takes more people than the unit has";
    W0522 "请假超过一年" "leave of more than a year";
    W0523 "被审查调查人没有履历" "a subject without a career";
    W0601 "关闭或者放宽了不可豁免的规则" "a rule that nobody may waive is switched off or softened";
    W0602 "规则无须本地采用" "an adoption that the rule does not need";
    W0603 "组长不限于自有人员" "a lead role open to people who are not own staff";
    W0604 "对不可逐案豁免的规则登记了豁免" "a waiver of a rule that is not waived case by case";
    W0605 "采用日期在将来" "an adoption dated in the future";
    W0606 "案件时长与模板不符" "a case longer or shorter than its template says";
    W0607 "同时谈话组数超过结对岗位" "more parallel sessions than the pair roles can hold";
    W0608 "案件阶段与模板不符" "a case at a stage that its template is not meant for";
    W0701 "申报在任职期间到期" "a declaration that lapses during a planned service";
    N0101 "合计行或表注，已跳过" "a total or a remark, skipped";
    N0102 "表头的理解" "how a header was understood";
}
