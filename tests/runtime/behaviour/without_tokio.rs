//! This package has no runtime: the timers of `azure_core` are threads.

use crate::canned::Canned;
use futures::{FutureExt, StreamExt, executor::block_on};
use pageable_forms::{PageableFormsClient, PageableFormsClientOptions};
use std::{sync::mpsc, thread, time::Duration};

#[test]
fn a_list_that_waits_for_its_next_attempt_goes_on_in_another_task() {
    let canned = Canned::script(&[
        (503, &[("retry-after-ms", "1")], ""),
        (200, &[], r#"{"value":[{"text":"a"}]}"#),
    ]);
    let mut options = PageableFormsClientOptions::default();
    options.client_options = canned.options();
    let client = PageableFormsClient::new("https://test.example.com", Some(options)).unwrap();
    let mut letters = client.letters_client().search("hi").items();
    assert!(letters.next().now_or_never().is_none());
    assert_eq!(canned.asked().len(), 1);
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(block_on(letters.next())));
    let letter = receiver.recv_timeout(Duration::from_secs(20)).expect("the list does not hang");
    assert_eq!(letter.unwrap().unwrap().text.as_deref(), Some("a"));
}
