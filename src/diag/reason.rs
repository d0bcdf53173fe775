//! Why the operating system could not do what it was asked.

use std::io;

use super::Text;

/// The operating system's reason in both languages; rare ones keep its own words.
pub fn io_reason(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::NotFound => Text::new("不存在", "it does not exist"),
        io::ErrorKind::PermissionDenied => Text::new("没有权限", "permission denied"),
        io::ErrorKind::AlreadyExists => Text::new("已存在", "it exists already"),
        io::ErrorKind::IsADirectory => Text::new("它是文件夹", "it is a folder"),
        io::ErrorKind::NotADirectory => Text::new("它不是文件夹", "it is not a folder"),
        io::ErrorKind::InvalidData => Text::new("不是 UTF-8 文本", "it is no UTF-8 text"),
        io::ErrorKind::StorageFull => Text::new("磁盘已满", "the disk is full"),
        _ => Text::same(error.to_string()),
    }
}
