//! Why a command stopped short, with the exit code that says so.

use std::io;
use std::path::Path;

use super::again::NextStep;
use crate::diag::{Diagnostic, Text, codes, io_reason};
use crate::plan::ExitCode;

/// What is wrong and what to do about it.
#[derive(Debug, Clone)]
pub(super) struct Complaint {
    /// What is wrong.
    pub cause: Text,
    /// What to do about it.
    pub hint: Text,
}

/// Why a command stopped short.
#[derive(Debug)]
pub(super) enum Failure {
    /// The command line is wrong.
    Usage(Complaint),
    /// The input has errors; warnings may stand among them.
    Input(Vec<Diagnostic>),
    /// The command ran to its end without the result that was asked for.
    Stopped(ExitCode, Complaint),
    /// Standard output or standard error is gone.
    Output(io::Error),
    /// One of the above, and a command that is worth trying next.
    Followed(Box<Failure>, NextStep),
}

impl Failure {
    /// A complaint about the command line.
    pub fn usage(cause: Text, hint: Text) -> Self {
        Failure::Usage(Complaint { cause, hint })
    }

    /// The same failure with a command that is worth trying next; a command it already has stays.
    pub fn then(self, next: NextStep) -> Self {
        match self {
            Failure::Followed(..) => self,
            failure => Failure::Followed(Box::new(failure), next),
        }
    }

    /// A fault of the program itself.
    pub fn internal(cause: Text) -> Self {
        let hint = Text::new(
            "这是程序本身的错误，请连同命令和版本一并反馈",
            "this is a fault of the program; please report it with the command and the version",
        );
        Failure::Stopped(ExitCode::Internal, Complaint { cause, hint })
    }

    /// A file or folder that cannot be read.
    pub fn unreadable(path: &Path, error: &io::Error) -> Self {
        let path = path.display();
        Failure::Input(vec![Diagnostic::error(
            codes::E0101,
            None,
            Text::new(
                format!("无法读取 {path}：{}", io_reason(error).zh),
                format!("cannot read {path}: {}", io_reason(error).en),
            ),
            Text::new("请检查路径和权限", "check the path and the permissions"),
        )])
    }

    /// A text file in no encoding that anybody writes.
    pub fn undecodable(path: &Path) -> Self {
        let path = path.display();
        Failure::Input(vec![Diagnostic::error(
            codes::E0103,
            None,
            Text::new(
                format!("{path} 按 UTF-8、GB18030 均无法完整读出，文件可能已损坏"),
                format!("{path} is unreadable as UTF-8 and as GB18030; the file may be damaged"),
            ),
            Text::new("请在文本编辑器中另存为 UTF-8", "save it as UTF-8 in a text editor"),
        )])
    }

    /// A file or folder that cannot be written.
    pub fn unwritable(path: &Path, error: &io::Error) -> Self {
        let path = path.display();
        Failure::Stopped(
            ExitCode::BadInput,
            Complaint {
                cause: Text::new(
                    format!("无法写入 {path}：{}", io_reason(error).zh),
                    format!("cannot write {path}: {}", io_reason(error).en),
                ),
                hint: Text::new("请检查路径、权限和剩余空间", "check the path, the permissions and the free space"),
            },
        )
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}
