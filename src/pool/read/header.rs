//! The header of a table: one row, or two where a spreadsheet exported merged cells.
//!
//! Merged cells come out as one filled cell and blanks. A header of two rows has groups above and columns below; a
//! column whose cells were merged downward stands in the upper row over a blank.

use std::collections::BTreeMap;

use super::column::{Column, Spec};
use super::normal;
use super::rows::NumberedRow;

const HEADER_WITHIN: usize = 10;

/// Groups that speak of other people than the row's record; a name under one of them is theirs.
const OTHER_PEOPLE: &[&str] = &["家庭成员", "社会关系", "亲属", "配偶", "父亲", "母亲", "父母", "子女", "联系人"];

/// A header found in a file.
pub(crate) struct Header {
    /// How many rows with content stand before the data.
    pub rows: usize,
    /// The header's last row as a spreadsheet counts it.
    pub row: usize,
    /// The row of groups above it, if the header has two rows.
    pub groups: Option<usize>,
    /// What heads each column of the file, from the left.
    pub headings: Vec<Heading>,
}

/// What heads one column of the file.
pub(crate) struct Heading {
    /// As the file writes it, with its group before it; empty where nothing stands.
    pub text: String,
    /// The same without the group.
    pub own: String,
    /// What it is taken for.
    pub meaning: Meaning,
}

/// What a heading is taken for.
#[derive(Clone, Copy)]
pub(crate) enum Meaning {
    /// No heading.
    Blank,
    /// A column of the table, and how far down the column's headers the heading stands.
    Known(&'static Column, usize),
    /// No column of the table.
    Unknown,
    /// Upper and lower row can be read in two ways.
    Doubtful,
    /// A column about other people.
    OfOthers,
}

impl Header {
    /// The header of `rows`, if one of the first rows is one.
    pub fn find(spec: &'static Spec, rows: &[NumberedRow]) -> Option<Header> {
        let known = Known::of(spec);
        let at = known.best(rows)?;
        let two = |upper: usize, lower: usize| {
            let ((first, upper), (second, lower)) = (rows.get(upper)?, rows.get(lower)?);
            (first + 1 == *second).then_some(Two { known: &known, spec, upper, lower })
        };
        let (last, pair) = match two(at, at + 1).filter(Two::is_completed) {
            Some(pair) => (at + 1, Some(pair)),
            None => (at, at.checked_sub(1).and_then(|above| two(above, at)).filter(Two::is_grouped)),
        };
        let (row, cells) = rows.get(last)?;
        let headings = match &pair {
            Some(pair) => (0..pair.width()).map(|column| pair.heading(column)).collect(),
            None => cells.iter().map(|cell| known.heading(cell.clone(), cell)).collect(),
        };
        Some(Header { rows: last + 1, row: *row, groups: pair.map(|_| row - 1), headings })
    }
}

/// Every header of a table in normal form, with its column and how far down the column's headers it stands.
struct Known(BTreeMap<String, (&'static Column, usize)>);

impl Known {
    fn of(spec: &'static Spec) -> Self {
        let headers = spec.columns.iter().flat_map(|column| {
            column.headers().enumerate().map(move |(rank, header)| (normal::token(header), (*column, rank)))
        });
        let mut known = BTreeMap::new();
        for (token, named) in headers {
            known.entry(token).or_insert(named);
        }
        Known(known)
    }

    /// The column that a header names; a remark in parentheses does not count.
    fn column(&self, header: &str) -> Option<(&'static Column, usize)> {
        let token = normal::token(header);
        let bare = token.split('(').next().unwrap_or_default();
        self.0.get(&token).or_else(|| self.0.get(bare)).copied()
    }

    fn heading(&self, text: String, own: &str) -> Heading {
        let meaning = match self.column(own) {
            _ if own.is_empty() => Meaning::Blank,
            Some((column, rank)) => Meaning::Known(column, rank),
            None => Meaning::Unknown,
        };
        Heading { text, own: own.to_owned(), meaning }
    }

    /// Rosters have titles above the header: of the first rows, the one with most known headers.
    fn best(&self, rows: &[NumberedRow]) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for (at, (_, row)) in rows.iter().enumerate().take(HEADER_WITHIN) {
            let known = row.iter().filter(|cell| self.column(cell).is_some()).count();
            let filled = row.iter().filter(|cell| !cell.is_empty()).count();
            if (known >= 2 || (known == 1 && filled == 1)) && best.is_none_or(|(_, most)| known > most) {
                best = Some((at, known));
            }
        }
        best.map(|(at, _)| at)
    }
}

/// Two rows that may be one header.
struct Two<'a> {
    known: &'a Known,
    spec: &'static Spec,
    upper: &'a [String],
    lower: &'a [String],
}

/// What stands above a column: the filled cell of the upper row at it or left of it.
struct Group<'a> {
    name: &'a str,
    /// The columns that it spans.
    columns: std::ops::Range<usize>,
}

impl<'a> Two<'a> {
    fn width(&self) -> usize {
        self.upper.len().max(self.lower.len())
    }

    fn lower(&self, column: usize) -> &'a str {
        self.lower.get(column).map_or("", String::as_str)
    }

    fn group(&self, column: usize) -> Option<Group<'a>> {
        let is_filled = |at: &usize| self.upper.get(*at).is_some_and(|cell| !cell.is_empty());
        let from = (0..=column).rev().find(is_filled)?;
        let to = (from + 1..self.width()).find(is_filled).unwrap_or(self.width());
        Some(Group { name: self.upper.get(from)?, columns: from..to })
    }

    /// Group and lower cell together name a column, as 出生 over 年月 does, or 职级 over a remark in parentheses.
    fn joined(&self, group: &Group, column: usize) -> Option<(&'static Column, usize)> {
        let (above, below) = (normal::token(group.name), normal::token(self.lower(column)));
        let above = above.split('(').next().unwrap_or_default();
        let joined = if below.starts_with('(') { above.to_owned() } else { format!("{above}{below}") };
        self.known.0.get(&joined).copied()
    }

    /// Whether the lower row completes the upper one, which is the header: it names columns under groups or blanks.
    fn is_completed(&self) -> bool {
        let filled: Vec<usize> = (0..self.lower.len()).filter(|at| !self.lower(*at).is_empty()).collect();
        let is_named = |at: &usize| {
            let is_joined = self.group(*at).is_some_and(|group| self.joined(&group, *at).is_some());
            is_joined || self.known.column(self.lower(*at)).is_some()
        };
        let stands_below = |at: &usize| match self.group(*at) {
            Some(group) => group.columns.len() > 1 || self.joined(&group, *at).is_some(),
            None => true,
        };
        let named = filled.iter().filter(|at| is_named(at)).count();
        filled.iter().any(|at| is_named(at) && stands_below(at)) && 2 * named >= filled.len()
    }

    /// Whether the row above the header says more than a title: it heads columns of its own, or groups that matter.
    fn is_grouped(&self) -> bool {
        (0..self.width()).any(|at| {
            let Some(group) = self.group(at) else { return false };
            let lower = self.lower(at);
            if lower.is_empty() {
                return group.columns.start == at && self.known.column(group.name).is_some();
            }
            let joined = self.joined(&group, at).map(|(column, _)| column.key);
            let alone = self.known.column(lower).map(|(column, _)| column.key);
            (joined.is_some() && joined != alone) || self.is_of_others(&group)
        })
    }

    fn is_of_others(&self, group: &Group) -> bool {
        // A title names the table, and a table of relatives speaks of nobody else.
        group.columns.len() < self.width()
            && OTHER_PEOPLE.iter().any(|word| group.name.contains(word) && !self.spec.name_zh.contains(word))
    }

    fn heading(&self, column: usize) -> Heading {
        let lower = self.lower(column);
        let Some(group) = self.group(column) else { return self.known.heading(lower.to_owned(), lower) };
        if lower.is_empty() {
            let is_head = group.columns.start == column;
            let mut heading = self.known.heading(group.name.to_owned(), if is_head { group.name } else { "" });
            let is_split = group.columns.clone().any(|column| !self.lower(column).is_empty());
            match heading.meaning {
                Meaning::Blank => heading.text.clear(),
                Meaning::Known(..) if is_split => heading.meaning = Meaning::Doubtful,
                _ => {}
            }
            return heading;
        }
        let mut heading = self.known.heading(format!("{}/{lower}", group.name), lower);
        let above = self.known.column(group.name).filter(|_| group.columns.len() == 1);
        let alone = self.known.column(lower);
        heading.meaning = match self.joined(&group, column) {
            Some((column, rank)) => Meaning::Known(column, rank),
            None if self.is_of_others(&group) => Meaning::OfOthers,
            None if above.is_some_and(|(above, _)| alone.is_none_or(|(alone, _)| alone.key != above.key)) => {
                Meaning::Doubtful
            }
            None => heading.meaning,
        };
        heading
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pool::read::tables;

    fn header(text: &str) -> Header {
        let people = tables::all().into_iter().find(|table| table.spec.name == "people").unwrap().spec;
        Header::find(people, &super::super::rows::split(text).unwrap()).unwrap()
    }

    fn shown(header: &Header) -> Vec<String> {
        let shown = |heading: &Heading| match heading.meaning {
            Meaning::Blank => "-".to_owned(),
            Meaning::Known(column, _) => format!("{}={}", heading.text, column.key),
            Meaning::Unknown => format!("{}?", heading.text),
            Meaning::Doubtful => format!("{}!", heading.text),
            Meaning::OfOthers => format!("{}*", heading.text),
        };
        header.headings.iter().map(shown).collect()
    }

    #[test]
    fn groups_over_columns_are_one_header() {
        let found =
            header("名册,,,,,\n编号,姓名,工作单位,,,职级\n,,单位,内设机构,派驻机构,\np1,张敏,甲,乙,,四级调研员\n");
        assert_eq!((found.rows, found.row, found.groups), (3, 3, Some(2)));
        let expected = [
            "编号=id",
            "姓名=name",
            "工作单位/单位=unit",
            "工作单位/内设机构=unit",
            "工作单位/派驻机构=unit",
            "职级=rank",
        ];
        assert_eq!(shown(&found), expected);
    }

    #[test]
    fn the_lower_row_may_have_more_headers_than_the_upper() {
        let found = header("序号,基本情况,,,\n,姓名,性别,出生年月,单位\n1,张敏,女,1983-05,u1\n");
        assert_eq!((found.rows, found.groups), (2, Some(1)));
        assert_eq!(
            shown(&found),
            ["序号=id", "基本情况/姓名=name", "基本情况/性别=sex", "基本情况/出生年月=born", "基本情况/单位=unit"]
        );
    }

    #[test]
    fn a_header_broken_over_two_cells_is_put_together() {
        let found = header("编号,姓名,单位,出生,参加工作\n,,,年月,时间\np1,张敏,u1,1983-05,2006-07\n");
        assert_eq!(shown(&found)[3..], ["出生/年月=born", "参加工作/时间=entered"]);
        let found = header("编号,姓名,单位（全称）,职级,出生\n,,,（综合管理类）,年月\np1,张敏,u1,四级调研员,1983-05\n");
        assert_eq!(shown(&found)[2..], ["单位（全称）=unit", "职级/（综合管理类）=rank", "出生/年月=born"]);
        assert_eq!(header("编号,姓名,单位（全称）\np1,张敏,编号\n").rows, 1);
    }

    #[test]
    fn titles_and_groups_that_say_nothing_leave_one_row() {
        for above in ["人才库名册,,", "填报单位,市纪委,2026年", "基本情况,,"] {
            let found = header(&format!("{above}\n编号,姓名,单位\np1,张敏,u1\n"));
            assert_eq!((found.rows, found.row, found.groups), (2, 2, None), "{above}");
            assert_eq!(shown(&found), ["编号=id", "姓名=name", "单位=unit"]);
        }
        assert_eq!(header("编号,姓名,单位\n1,姓名,单位\n").rows, 1);
    }

    #[test]
    fn the_name_of_a_relative_is_not_the_name_of_the_person() {
        let found = header("编号,单位,姓名,配偶情况,\n,,,姓名,工作单位及职务\np1,u1,张敏,李军,科员\n");
        assert_eq!(shown(&found)[2..], ["姓名=name", "配偶情况/姓名*", "配偶情况/工作单位及职务*"]);
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_doubtful() {
        let found = header("编号,姓名,单位,职务,\n,,,,任职时间\n");
        assert_eq!(shown(&found)[3..], ["职务!", "职务/任职时间=post_since"]);
        let found = header("编号,姓名,单位,职务,基本情况,\n,,,密级,性别,生日\n");
        assert_eq!(shown(&found)[3], "职务/密级!");
    }
}
