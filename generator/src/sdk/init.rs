//! The text of a first `sdk.yaml`.

use super::Sdk;

const HEADER: &str = "\
# The names and the fixes of a crate. This writes it:
#
#     cargo codegen generate --sdk sdk.yaml --out FOLDER
#
# `cargo codegen reference` lists the settings, with an example of each.
";

/// Writes an `sdk.yaml` as a file that people edit.
///
/// # Panics
/// Never: an [`Sdk`] has only names, lists and mappings.
pub fn yaml(sdk: &Sdk) -> String {
    let settings = serde_yaml::to_string(sdk).expect("an sdk.yaml has only text and mappings");
    format!("{HEADER}{settings}")
}
