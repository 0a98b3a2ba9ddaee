//! Phase 1, READ: from files to OpenAPI 3.0 documents.
//!
//! 1. `load` parses the description and every file that its `$ref`s reach (`source`, `syntax`). It
//!    checks the parts against the `grammar` of the file's dialect (`check`), and follows every
//!    `$ref` (`reference`). It finds all problems in one run; if there are any, reading ends here.
//!    OpenAPI 3.1 and 3.2 are rewritten as 3.0 before the check (`modern`).
//! 2. `swagger` converts Swagger 2.0 to OpenAPI 3.0.
//! 3. `normalize` points every `$ref` to the final place of its target.
//!
//! The result is a [`serde_json::Value`] for each file. [`Documents`] hands out parts of them as
//! [`Node`]s. If a part moves in step 2 or 3, `moves` records it, so that later phases can report
//! problems where the user wrote the part (`position`).

mod check;
mod documents;
mod draft;
mod files;
mod git;
pub(crate) mod grammar;
mod load;
mod modern;
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
/// Returns `None` if there is a problem with any of them. The problems are then in `diagnostics`.
pub fn read(files: &dyn Files, path: &str, diagnostics: &mut Diagnostics) -> Option<Documents> {
    let loaded = load::load(files, path, diagnostics)?;
    Some(Documents::new(loaded, Purpose::Lowering))
}

/// Like [`read`], but keeps everything in the files, also what the model does not use.
pub fn translate(
    files: &dyn Files,
    path: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Documents> {
    let loaded = load::load(files, path, diagnostics)?;
    Some(Documents::new(loaded, Purpose::Writing))
}
