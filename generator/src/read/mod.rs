//! Phase 1, READ: from the text of files to documents in OpenAPI 3.0 form.
//!
//! 1. `load` parses the description and every file that its `$ref`s reach (`source`, `syntax`), checks
//!    their parts against the `grammar` of the form that they are written in (`check`), and
//!    follows every `$ref` (`reference`). All problems are found in one run; with any, reading
//!    ends here.
//! 2. `swagger` turns what is written in Swagger 2.0 into OpenAPI 3.0.
//! 3. `normalize` gives every `$ref` its final form.
//!
//! What is read is a [`serde_json::Value`] for each file, and [`Documents`] hands out its parts as
//! openapiv3's types. A part that moved in steps 2 and 3 has its move recorded (`moves`), so that
//! problems found in later phases are shown where the user wrote them (`position`).

mod check;
mod documents;
mod draft;
mod files;
mod git;
pub(crate) mod grammar;
mod load;
mod moves;
mod node;
mod normalize;
mod position;
mod reference;
mod source;
mod swagger;
mod syntax;
mod version;

#[cfg(test)]
mod tests;

pub use documents::{Document, Documents, pointer_of};
pub use files::{Disk, Files};
pub use git::Revision;
pub use node::Node;
pub use reference::beside;
pub(crate) use reference::relative;
pub use source::Source;

use crate::diagnostics::Diagnostics;
use normalize::Purpose;

/// Reads the description at `path`, and every file that its `$ref`s reach.
///
/// Returns `None` when there is a problem with any of them; the problems are then in `diagnostics`.
pub fn read(files: &dyn Files, path: &str, diagnostics: &mut Diagnostics) -> Option<Documents> {
    let loaded = load::load(files, path, diagnostics)?;
    Some(Documents::new(loaded, Purpose::Lowering))
}

/// As [`read`], with everything that the files say, also what the model has no use for.
pub fn translate(
    files: &dyn Files,
    path: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Documents> {
    let loaded = load::load(files, path, diagnostics)?;
    Some(Documents::new(loaded, Purpose::Writing))
}
