mod bundle;
mod facts;
mod scalar;
mod walk;
mod write;

use crate::{
    diagnostics::Diagnostics,
    read::{self, Files},
};

pub fn import(files: &dyn Files, source: &str, out: Option<&str>) -> Result<String, Diagnostics> {
    let _ = out;
    let mut diagnostics = Diagnostics::default();
    let bundle = read::translate(files, source, &mut diagnostics)
        .and_then(|documents| bundle::bundle(&documents, &mut diagnostics));
    let Some(bundle) = bundle else { return Err(diagnostics) };
    Ok(write::document(&bundle.root))
}
