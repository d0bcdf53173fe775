//! Tables whose columns line up although Chinese characters are two cells wide.

use unicode_width::UnicodeWidthStr;

use super::style::bold;

/// On which side a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table of words, laid out by their width on a terminal.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<(String, Side)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these column headings.
    pub fn new<H: Into<String>>(columns: impl IntoIterator<Item = (H, Side)>) -> Self {
        Table { columns: columns.into_iter().map(|(heading, side)| (heading.into(), side)).collect(), rows: Vec::new() }
    }

    /// Adds a row, one cell per column.
    pub fn row<C: Into<String>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table's text, each line indented by `indent` cells, columns two cells apart, no blanks at line ends.
    pub fn text(&self, indent: usize) -> String {
        let (heading, widths) = self.measured();
        let mut text = format!("{}{}\n", " ".repeat(indent), bold(&self.line(&heading, &widths)));
        for row in &self.rows {
            text += &format!("{}{}\n", " ".repeat(indent), self.line(row, &widths));
        }
        text
    }

    /// The table's text with its last column, of words, wrapped under itself so that lines keep to `width` cells.
    pub fn wrapped(&self, indent: usize, width: usize) -> String {
        let (heading, widths) = self.measured();
        let Some((_, before)) = widths.split_last() else { return String::new() };
        let offset = indent + before.iter().map(|width| width + 2).sum::<usize>();
        let room = width.saturating_sub(offset).max(20);
        let mut text = format!("{}{}\n", " ".repeat(indent), bold(&self.line(&heading, &widths)));
        for row in &self.rows {
            let mut lines = wrapped(row.last().map_or("", String::as_str), room).into_iter();
            let mut first = row.clone();
            if let (Some(cell), Some(line)) = (first.last_mut(), lines.next()) {
                *cell = line;
            }
            text += &format!("{}{}\n", " ".repeat(indent), self.line(&first, &widths));
            for line in lines {
                text += &format!("{}{line}\n", " ".repeat(offset));
            }
        }
        text
    }

    /// The headings and the width of each column.
    fn measured(&self) -> (Vec<String>, Vec<usize>) {
        let heading: Vec<String> = self.columns.iter().map(|(heading, _)| heading.clone()).collect();
        let widths = (0..self.columns.len())
            .map(|column| {
                let cells = std::iter::once(&heading).chain(&self.rows).filter_map(|row| row.get(column));
                cells.map(|cell| cell.width()).max().unwrap_or(0)
            })
            .collect();
        (heading, widths)
    }

    fn line(&self, row: &[String], widths: &[usize]) -> String {
        let cells = row.iter().zip(widths).zip(&self.columns).map(|((cell, width), (_, side))| {
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            match side {
                Side::Left => format!("{cell}{blanks}"),
                Side::Right => format!("{blanks}{cell}"),
            }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_string()
    }
}

/// Breaks words into lines at most `width` cells wide: at blanks, and between Chinese characters, but never before
/// punctuation that closes.
pub fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(words) {
        if !line.is_empty() && line.trim_end().width() + piece.trim_end().width() > width {
            lines.push(std::mem::take(&mut line).trim_end().to_string());
        }
        line += piece;
    }
    lines.push(line.trim_end().to_string());
    lines
}

/// Two columns, the second wrapped under itself.
pub fn two_columns(rows: &[(String, String)], indent: usize, width: usize) -> String {
    let left = rows.iter().map(|(left, _)| left.width()).max().unwrap_or(0);
    let mut text = String::new();
    for (term, words) in rows {
        let mut start = format!("{}{term}{}", " ".repeat(indent), " ".repeat(left.saturating_sub(term.width()) + 2));
        for line in wrapped(words, width.saturating_sub(indent + left + 2)) {
            text += &format!("{}\n", format!("{start}{line}").trim_end());
            start = " ".repeat(indent + left + 2);
        }
    }
    text
}

/// Items joined by a separator into lines at most `width` cells wide, broken only between items.
pub fn items(items: &[String], separator: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let last = index + 1 == items.len();
        let item = if last { item.clone() } else { format!("{item}{separator}") };
        match lines.last_mut() {
            Some(line) if line.width() + item.trim_end().width() <= width => *line += &item,
            _ => lines.push(item),
        }
    }
    lines.iter().map(|line| line.trim_end().to_string()).collect()
}

/// The words cut where a line may break.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (index, character) in words.char_indices() {
        let closes = "，。；：、）］”》？！·".contains(character);
        let opens = before.is_some_and(|before| "（［“《".contains(before));
        let wide = |c: char| unicode_width::UnicodeWidthChar::width(c) == Some(2);
        let seam = before.is_some_and(|before| before == ' ' || wide(before) || wide(character));
        if seam && !closes && !opens && character != ' ' {
            pieces.extend(words.get(start..index));
            start = index;
        }
        before = Some(character);
    }
    pieces.extend(words.get(start..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_characters_but_not_before_a_comma() {
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
        assert_eq!(wrapped("读取名册，一次列出", 8), ["读取名", "册，一次", "列出"]);
        assert_eq!(wrapped("", 8), [""]);
    }

    #[test]
    fn chinese_characters_take_two_cells() {
        let mut table = Table::new([("姓名", Side::Left), ("load", Side::Right)]);
        table.row(["王小明", "1.0"]);
        table.row(["Li", "0.25"]);
        let plain = anstream::adapter::strip_str(&table.text(2)).to_string();
        assert_eq!(plain, "  姓名    load\n  王小明   1.0\n  Li      0.25\n");
    }
}
