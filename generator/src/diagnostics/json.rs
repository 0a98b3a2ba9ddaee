//! Problems for tools.

use super::{Diagnostics, Location};
use serde_json::{Value, json};

impl Diagnostics {
    /// A list of objects in the order of [`sorted`](Self::sorted). Unknown values are `null`.
    ///
    /// | key | value |
    /// | --- | --- |
    /// | `message` | what is wrong |
    /// | `help` | what would help |
    /// | `file` | the path, as the user gave it or relative to that |
    /// | `line`, `column` | where it begins; the first is 1, columns are Unicode scalar values |
    /// | `end_line`, `end_column` | behind the last character; as the beginning where it is not known |
    /// | `pointer` | the JSON pointer in the file as it is written; empty for the whole file |
    /// | `stops` | `description`, `operations`, `authorization` or `value`: what has no code because of it |
    /// | `operations` | those operations, such as `GET /books` |
    /// | `reached_from` | `file:line:column` of the `$ref` that led to the file |
    pub fn to_json(&self) -> Value {
        let problems = self.sorted().into_iter().map(|it| {
            let Location { file, span, pointer } = &it.location;
            let reached_from = self.file(&it.location).and_then(|it| it.reached_from.as_ref());
            let scopes = &self.collected[it];
            json!({
                "message": it.message,
                "help": it.hint,
                "file": file,
                "line": span.map(|it| it.start.line),
                "column": span.map(|it| it.start.column),
                "end_line": span.map(|it| it.end.line),
                "end_column": span.map(|it| it.end.column),
                "pointer": pointer,
                "stops": scopes.name(),
                "operations": scopes.operations,
                "reached_from": reached_from.map(Location::to_string),
            })
        });
        problems.collect()
    }
}
