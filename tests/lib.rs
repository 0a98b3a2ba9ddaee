//! What the tests share.

pub mod cases;
pub mod model_text;
pub mod scratch;
