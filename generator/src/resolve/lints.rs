//! Finds the lints that generated items violate. Only a description with such names or types can
//! avoid them.

use crate::model::package::{InputType, Lint, Output, RustType};

/// The most arguments that clippy accepts, with `self`.
const MOST_ARGUMENTS: usize = 7;

/// The highest complexity of a type that clippy accepts.
const MOST_COMPLEX: usize = 250;

/// The methods of operator traits that take `self` and one argument.
const OPERATORS: &[&str] =
    &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// The lints of a function with these arguments besides `self`.
pub fn of_function<'a>(
    has_self: bool,
    arguments: impl Iterator<Item = &'a InputType>,
) -> Vec<Lint> {
    let arguments: Vec<&InputType> = arguments.collect();
    let count = arguments.len() + usize::from(has_self);
    let mut lints = Vec::new();
    lints.extend((count > MOST_ARGUMENTS).then_some(Lint::TooManyArguments));
    lints.extend(arguments.into_iter().any(is_complex_input).then_some(Lint::TypeComplexity));
    lints
}

/// The lints of a setter.
pub fn of_setter(name: &str, ty: &InputType) -> Vec<Lint> {
    let mut lints = Vec::new();
    lints.extend(OPERATORS.contains(&name).then_some(Lint::ShouldImplementTrait));
    lints.extend(is_complex_input(ty).then_some(Lint::TypeComplexity));
    lints
}

/// The lints of a field.
pub fn of_field(ty: &RustType) -> Vec<Lint> {
    let is_complex = complexity(ty, 1) > MOST_COMPLEX;
    is_complex.then_some(Lint::TypeComplexity).into_iter().collect()
}

/// The lints of functions that return this output, some of them inside of
/// `Result<(Option<T>, Response<Option<T>, NoFormat>)>`.
pub fn of_output(output: &Output) -> Vec<Lint> {
    let ty = match output {
        Output::Model(ty)
        | Output::Optional(ty)
        | Output::Stream { item: ty, .. }
        | Output::LongRunning { result: Some(ty), .. } => ty,
        Output::List(list) => &list.item,
        _ => return Vec::new(),
    };
    let is_complex = 150 + complexity(ty, 4) + complexity(ty, 5) > MOST_COMPLEX;
    is_complex.then_some(Lint::TypeComplexity).into_iter().collect()
}

/// An argument of type `impl Trait` is as simple as a name.
fn is_complex_input(ty: &InputType) -> bool {
    matches!(ty, InputType::Plain(ty) if complexity(ty, 1) > MOST_COMPLEX)
}

/// The complexity of a type as clippy computes it: ten for each name, times its depth.
fn complexity(ty: &RustType, depth: usize) -> usize {
    let inner = match ty {
        RustType::Vec(inner)
        | RustType::Option(inner)
        | RustType::Box(inner)
        | RustType::Patch(inner) => complexity(inner, depth + 1),
        RustType::Map(value) => {
            complexity(&RustType::String, depth + 1) + complexity(value, depth + 1)
        }
        // `Vec<u8>`.
        RustType::Bytes | RustType::BytesUrl => 10 * (depth + 1),
        _ => 0,
    };
    10 * depth + inner
}
