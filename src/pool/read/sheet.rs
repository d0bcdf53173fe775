//! A file as a table: its header matched, its data rows with their numbers.

use std::collections::BTreeMap;

use super::{
    cells,
    column::{Column, Spec},
    decode, fault,
    header::{Header, Heading, Meaning},
    normal,
    rows::{self, NumberedRow, UnclosedQuote},
};
use crate::diag::{Diagnostic, Span, did_you_mean};

/// Headers of facts that have no place in a roster for teams; nothing of them is read.
const REFUSED: &[&str] = &[
    "民族",
    "宗教信仰",
    "宗教",
    "健康状况",
    "健康",
    "婚育",
    "怀孕",
    "身份证号",
    "身份证号码",
    "手机",
    "手机号",
    "手机号码",
    "电话",
    "联系电话",
    "联系方式",
    "住址",
    "家庭住址",
    "照片",
    "微信",
    "ethnicity",
    "religion",
    "health",
    "pregnancy",
    "phone",
    "mobile",
    "photo",
    "address",
    "social_media",
];

/// One file of the folder whose header is known.
pub(crate) struct Sheet {
    /// File name as the folder has it.
    pub file: String,
    /// The table.
    pub spec: &'static Spec,
    /// Data rows, cells trimmed.
    pub rows: Vec<NumberedRow>,
    /// Rows with more cells than columns: no cell of theirs can be trusted, but what they name is on file.
    pub misaligned: Vec<NumberedRow>,
    /// By column key: where its cells stand and what heads them, headings of narrower units first.
    headers: BTreeMap<&'static str, Vec<(usize, String)>>,
}

impl Sheet {
    /// Reads the file; `None` when nothing of it can be used, after saying why.
    pub fn open(file: &str, spec: &'static Spec, bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let text = decode::decode(bytes).map_err(|guess| diagnostics.push(fault::encoding(file, guess))).ok()?;
        let mut rows =
            rows::split(&text).map_err(|UnclosedQuote(row)| diagnostics.push(fault::unclosed_quote(file, row))).ok()?;
        for (number, row) in &mut rows {
            for cell in row {
                *cell = cells::unguard(normal::trim(cell)).to_owned();
                if let Some((shown, character)) = normal::invisible(cell) {
                    let place = Span::row(file, *number).value(shown);
                    diagnostics.push(fault::invisible(character).at(place));
                }
            }
        }
        let Some(header) = Header::find(spec, &rows) else {
            diagnostics.push(fault::no_header(file, spec));
            return None;
        };
        let data = rows.split_off(header.rows);
        let width = header.headings.len();
        let data: Vec<NumberedRow> = data.into_iter().filter(|row| is_data(file, row, diagnostics)).collect();
        let (rows, misaligned) = data.into_iter().partition(|row| is_aligned(file, row, width, diagnostics));
        let mut sheet = Sheet { file: file.to_owned(), spec, rows, misaligned, headers: BTreeMap::new() };
        sheet.match_headers(&header, diagnostics);
        Some(sheet)
    }

    /// The header of `column` as the file writes it; `None` when the file lacks the column.
    pub fn header(&self, column: &Column) -> Option<&str> {
        self.headers.get(column.key)?.last().map(|(_, header)| header.as_str())
    }

    /// Every known header as the file writes it, by column key.
    pub fn headers(&self) -> BTreeMap<&'static str, String> {
        let last = |headers: &Vec<(usize, String)>| headers.last().map(|(_, header)| header.clone());
        self.headers.iter().filter_map(|(key, headers)| Some((*key, last(headers)?))).collect()
    }

    /// The cell of `row` in `column`; `None` when blank or when the file lacks the column.
    pub fn cell<'row>(&self, row: &'row [String], column: &Column) -> Option<&'row str> {
        self.filled(row, column).map(|(cell, _)| cell)
    }

    /// The place of a heading, or of what stands under it in a row.
    fn heading(&self, row: usize, text: &str) -> Span {
        Span::row(&self.file, row).column(text)
    }

    /// The place of a row, or of a cell in it.
    pub fn span(&self, row: usize, cells: &[String], column: &Column, value: Option<&str>) -> Span {
        let header = self.filled(cells, column).map(|(_, header)| header).or_else(|| self.header(column));
        let mut span = self.heading(row, header.unwrap_or(column.zh));
        span.value = value.map(str::to_owned);
        span
    }

    fn filled<'row, 's>(&'s self, row: &'row [String], column: &Column) -> Option<(&'row str, &'s str)> {
        let headers = self.headers.get(column.key)?;
        headers.iter().find_map(|(at, header)| {
            let cell = row.get(*at).filter(|cell| !cell.is_empty())?;
            Some((cell.as_str(), header.as_str()))
        })
    }

    fn match_headers(&mut self, header: &Header, diagnostics: &mut Vec<Diagnostic>) {
        if let Some(groups) = header.groups {
            diagnostics.push(fault::header_of_two_rows(groups, &header.headings).at(Span::row(&self.file, groups)));
        }
        for (at, heading) in header.headings.iter().enumerate() {
            match heading.meaning {
                Meaning::Known(column, rank) => self.take(header, at, (column, rank), diagnostics),
                Meaning::Unknown => diagnostics.push(self.unknown_header(header.row, heading)),
                Meaning::Doubtful => {
                    diagnostics.push(fault::heading_doubtful(&heading.text).at(self.heading(header.row, &heading.text)))
                }
                Meaning::OfOthers => diagnostics
                    .push(fault::heading_of_others(&heading.text).at(self.heading(header.row, &heading.text))),
                Meaning::Blank => diagnostics.extend(self.unheaded(header, at)),
            }
        }
        for column in self.spec.columns {
            self.prefer_narrower(header.row, column, diagnostics);
            if column.required && !self.headers.contains_key(column.key) {
                // In the language of the header that lacks it.
                let english = header.headings.iter().all(|heading| heading.text.is_ascii());
                let name = if english { column.key } else { column.zh };
                diagnostics.push(fault::column_missing(column).at(self.heading(header.row, name)));
            }
        }
    }

    /// Takes the heading at `at` for `column`, unless a better heading of the same column stands in the file.
    fn take(
        &mut self,
        header: &Header,
        at: usize,
        (column, rank): (&'static Column, usize),
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let Some(heading) = header.headings.get(at) else { return };
        let same = header.headings.iter().filter_map(|other| match other.meaning {
            Meaning::Known(known, rank) if known.key == column.key && !is_narrower(column, other) => {
                Some((rank, other))
            }
            _ => None,
        });
        let best = same.min_by_key(|(rank, _)| *rank);
        let taken = self.headers.entry(column.key).or_default();
        if is_narrower(column, heading) {
            taken.insert(0, (at, heading.text.clone()));
        } else if let Some((_, by)) = best.filter(|(best, _)| *best < rank) {
            diagnostics
                .push(fault::column_shadowed(&heading.text, &by.text).at(self.heading(header.row, &heading.text)));
        } else if let Some((_, by)) = best.filter(|(_, by)| !std::ptr::eq(*by, heading)) {
            let fault = if by.text == heading.text {
                fault::column_twice(&heading.text)
            } else {
                fault::heading_rivaled(&heading.text, &by.text)
            };
            diagnostics.push(fault.at(self.heading(header.row, &heading.text)));
        } else {
            taken.push((at, heading.text.clone()));
        }
    }

    /// Says that narrower headings go first, and which rows fill several of them.
    fn prefer_narrower(&self, row: usize, column: &Column, diagnostics: &mut Vec<Diagnostic>) {
        let Some(headers) = self.headers.get(column.key).filter(|headers| headers.len() > 1) else { return };
        let texts: Vec<&str> = headers.iter().map(|(_, text)| text.as_str()).collect();
        let last = texts.last().copied().unwrap_or(column.zh);
        diagnostics.push(fault::narrower_first(column, &texts).at(self.heading(row, last)));
        for (number, cells) in &self.rows {
            let filled = headers.iter().filter(|(at, text)| {
                column.narrower.iter().any(|narrower| normal::token(text).ends_with(&normal::token(narrower)))
                    && cells.get(*at).is_some_and(|cell| !cell.is_empty())
            });
            let filled: Vec<&str> = filled.map(|(_, text)| text.as_str()).collect();
            if let [first, second, ..] = filled.as_slice() {
                diagnostics.push(fault::narrower_twice(column, (first, second)).at(self.heading(*number, first)));
            }
        }
    }

    /// A column without a heading is of no account as long as it is empty.
    fn unheaded(&self, header: &Header, at: usize) -> Option<Diagnostic> {
        let (row, cells) = self.rows.iter().find(|(_, row)| row.get(at).is_some_and(|cell| !cell.is_empty()))?;
        let value = cells.get(at)?;
        let left = header.headings.iter().take(at).rev().find(|heading| !matches!(heading.meaning, Meaning::Blank));
        Some(match left {
            Some(Heading { text, meaning: Meaning::Known(..) | Meaning::Doubtful, .. }) => {
                fault::heading_stretched(text).at(self.heading(*row, text).value(value))
            }
            _ => fault::column_unheaded().at(Span::row(&self.file, *row).value(value)),
        })
    }

    fn unknown_header(&self, row: usize, heading: &Heading) -> Diagnostic {
        let token = normal::token(&heading.own);
        if REFUSED.iter().any(|refused| normal::token(refused) == token) {
            return fault::column_refused(&heading.text).at(self.heading(row, &heading.text));
        }
        let known = self.spec.columns.iter().flat_map(|column| column.headers());
        let fault = fault::column_unknown(&heading.text, did_you_mean(&heading.own, known));
        fault.at(self.heading(row, &heading.text))
    }
}

fn is_narrower(column: &Column, heading: &Heading) -> bool {
    column.narrower.iter().any(|narrower| normal::token(narrower) == normal::token(&heading.own))
}

fn is_data(file: &str, (number, row): &NumberedRow, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let first = filled.next().map_or("", String::as_str);
    if is_total(first) || (filled.next().is_none() && is_remark(first)) {
        diagnostics.push(fault::row_skipped().at(Span::row(file, *number).value(first)));
        return false;
    }
    true
}

fn is_aligned(file: &str, (number, row): &NumberedRow, width: usize, diagnostics: &mut Vec<Diagnostic>) -> bool {
    if let Some(surplus) = row.iter().skip(width).find(|cell| !cell.is_empty()) {
        diagnostics.push(fault::too_many_cells().at(Span::row(file, *number).value(surplus)));
        return false;
    }
    true
}

fn is_total(cell: &str) -> bool {
    let token = normal::token(cell);
    ["合计", "总计", "小计", "共计"].iter().any(|word| token.starts_with(word))
        || ["total", "subtotal", "grandtotal", "sum"].contains(&token.as_str())
}

fn is_remark(cell: &str) -> bool {
    ["注", "备注", "说明", "填表人", "制表人", "填报单位", "note"]
        .iter()
        .any(|word| normal::token(cell).starts_with(word))
}
