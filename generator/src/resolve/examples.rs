//! The examples in the docs of methods. They compile, so arguments are variables of the right types.

use crate::model::package::{Argument, InputType, Output, RustType, Setter};

/// The example of a method.
pub struct Example<'a> {
    /// The path of the module for users of the crate: `bookstore`, `bookstore::orders`.
    pub module: &'a str,
    /// The name of the client, and a variable with another name than the arguments.
    pub client: &'a str,
    pub variable: &'a str,
    /// The calls of methods that lead from the client to that of the method, and their arguments.
    pub way: &'a str,
    pub held: &'a [&'a str],
    pub method: &'a str,
    pub arguments: &'a [Argument],
    /// A setter to show, if the call makes no sense without one.
    pub setter: Option<&'a Setter>,
    pub output: &'a Output,
}

impl Example<'_> {
    /// The example as a code block.
    pub fn markdown(&self) -> String {
        format!("```no_run\n{}\n```", self.code())
    }

    /// The code of the example.
    pub fn code(&self) -> String {
        let call = self.call();
        self.code_of(&match self.output {
            Output::List(_) => format!(
                "let mut items = {call}.items();\n\
                 while let Some(item) = items.try_next().await? {{\n    \
                     println!(\"{{item:?}}\");\n\
                 }}"
            ),
            Output::Stream { .. } => format!(
                "let mut items = {call}.await?;\n\
                 while let Some(item) = items.try_next().await? {{\n    \
                     println!(\"{{item:?}}\");\n\
                 }}"
            ),
            Output::Bytes => format!("let bytes = {call}.await?.collect().await?;"),
            Output::Exists => format!("let exists = {call}.await?;"),
            Output::Nothing | Output::LongRunning { result: None, .. } => {
                format!("{call}.await?;")
            }
            _ => format!("let result = {call}.await?;"),
        })
    }

    /// The expression of a future that sends the call.
    pub fn future(&self) -> String {
        let call = self.call();
        match self.output {
            Output::List(_) => format!("{call}.items().try_next()"),
            _ => call,
        }
    }

    fn call(&self) -> String {
        let Self { variable, way, method, arguments, setter, .. } = self;
        let names: Vec<&str> = arguments.iter().map(|it| it.name.as_str()).collect();
        let set = setter.map(|it| format!(".{0}({0})", it.name)).unwrap_or_default();
        format!("{variable}{way}.{method}({}){set}", names.join(", "))
    }

    /// These statements in a function whose parameters are the variables of the call. rustdoc hides
    /// the lines that begin with `#`.
    pub fn code_of(&self, statements: &str) -> String {
        let Self { module, client, variable, held, arguments, setter, output, .. } = self;
        let import = match output {
            Output::List(_) | Output::Stream { .. } => "# use futures::TryStreamExt;\n",
            _ => "",
        };
        let held = held.iter().map(|name| format!(", {name}: &str"));
        let inputs = arguments.iter().map(|it| (&it.name, &it.ty));
        let inputs = inputs.chain(setter.iter().map(|it| (&it.name, &it.ty)));
        let inputs = inputs.map(|(name, ty)| format!(", {name}: {}", self.input(ty)));
        let parameters = held.chain(inputs).collect::<String>();
        format!(
            "{import}# async fn example({variable}: {module}::{client}{parameters}) \
             -> azure_core::Result<()> {{\n\
             {statements}\n\
             # Ok(()) }}"
        )
    }

    /// The type of a variable that is passed as this input.
    fn input(&self, ty: &InputType) -> String {
        match ty {
            InputType::Plain(ty) | InputType::Into(ty) => match ty {
                // A plain value converts to a patch.
                RustType::Patch(value) => self.ty(value),
                ty => self.ty(ty),
            },
            InputType::IntoBody => "azure_core::http::Body".to_owned(),
            InputType::AsRefStr => "&str".to_owned(),
            InputType::Items(item) => format!("Vec<{}>", self.input(item)),
            InputType::Entries(value) => {
                format!("std::collections::HashMap<String, {}>", self.input(value))
            }
        }
    }

    /// The type by its path for users of the crate.
    fn ty(&self, ty: &RustType) -> String {
        let root = self.module.split("::").next().unwrap_or(self.module);
        match ty {
            RustType::Any => "azure_core::Value".to_owned(),
            RustType::Bool => "bool".to_owned(),
            RustType::Bytes | RustType::BytesUrl => "Vec<u8>".to_owned(),
            RustType::F32 => "f32".to_owned(),
            RustType::F64 => "f64".to_owned(),
            RustType::I32 => "i32".to_owned(),
            RustType::I64 => "i64".to_owned(),
            RustType::U64 => "u64".to_owned(),
            RustType::String => "String".to_owned(),
            RustType::Timestamp(_) => "azure_core::time::OffsetDateTime".to_owned(),
            RustType::Vec(item) => format!("Vec<{}>", self.ty(item)),
            RustType::Map(value) => {
                format!("std::collections::HashMap<String, {}>", self.ty(value))
            }
            RustType::Option(value) => format!("Option<{}>", self.ty(value)),
            RustType::Box(value) => format!("Box<{}>", self.ty(value)),
            RustType::Patch(value) => format!("{root}::Patch<{}>", self.ty(value)),
            RustType::Enum { name, .. }
            | RustType::IntegerEnum(name)
            | RustType::Struct(name)
            | RustType::Union(name) => format!("{}::models::{name}", self.module),
            RustType::Overlay(path) => {
                format!("{root}::{}", path.rsplit("::").next().unwrap_or(path))
            }
            RustType::Path(path) => match path.strip_prefix("crate::") {
                Some(rest) => format!("{root}::{rest}"),
                None => path.clone(),
            },
        }
    }
}
