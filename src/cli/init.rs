//! `evenhand init`: a roster folder to fill in.

use super::arguments::Init;
use super::failure::Failure;
use super::folder::write_new;
use super::session::{Session, word};
use crate::diag::Text;
use crate::plan::ExitCode;
use crate::pool::write::init_folder;

pub(super) fn run(session: &mut Session, arguments: &Init) -> Result<ExitCode, Failure> {
    let files = init_folder(session.language, session.as_of);
    write_new(&arguments.dir, &files)?;
    let dir = word(&arguments.dir);
    session.report_written(&dir, files.keys())?;
    session.say(&Text::new(
        "请先看“填表说明-README.txt”；各表中的示例行填好数据后删去。",
        "Read 填表说明-README.txt first; remove the example rows once yours are in.",
    ))?;
    session.next_step(&Text::new("校验名册", "check the roster"), &["check", &dir])?;
    Ok(ExitCode::Success)
}
