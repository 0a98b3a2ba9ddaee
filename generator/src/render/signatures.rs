//! How single types are written, for those who compare crates.

pub use super::{calls::verb, structs::is_argument};

use super::{imports::Imports, outcomes, parameters, structs};
use crate::model::package::{Call, Field, Module, Output, RustType, Target};
use proc_macro2::TokenStream;
use syn::parse_quote;

/// The type of an argument or a setter of a call.
pub fn parameter(module: &Module, call: &Call, target: &Target, ty: &RustType) -> String {
    text(&parameters::parameter_type(&Imports::of_client(module), call, target, ty))
}

/// What awaiting a call gives, where that is a single value.
pub fn output(module: &Module, it: &Output) -> String {
    text(&outcomes::output(&Imports::of_client(module), it).0)
}

/// The type of a field.
pub fn field(module: &Module, field: &Field) -> String {
    text(&structs::field_type(&Imports::of_client(module), field))
}

/// A type by itself.
pub fn ty(module: &Module, ty: &RustType) -> String {
    text(&Imports::of_client(module).ty(ty))
}

/// The tokens as they stand in generated files, on one line.
fn text(tokens: &TokenStream) -> String {
    let text = prettyplease::unparse(&parse_quote!(type T = #tokens;));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_start_matches("type T = ").trim_end_matches(';').to_owned()
}
