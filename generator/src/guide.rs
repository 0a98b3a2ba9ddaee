#![doc = include_str!("../guide.md")]

#[doc = include_str!("../guide/start.md")]
pub mod start {}

#[doc = include_str!("../guide/sdk.md")]
pub mod sdk {}

#[doc = include_str!("../guide/changes.md")]
pub mod changes {}

#[doc = include_str!("../guide/overlays.md")]
pub mod overlays {}
