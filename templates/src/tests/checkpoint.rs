use crate::runtime::{checkpoint::Checkpoint, known::Known};

fn checkpoint() -> Checkpoint {
    let mut known = Known::before(5);
    known.add(70_000, r#"an "id" of 1 word"#.to_owned());
    Checkpoint::new("thread 19:t@thread.v2", known)
}

#[test]
fn a_checkpoint_is_text_and_json() {
    let checkpoint = checkpoint();
    let text = checkpoint.to_string();
    assert_eq!(
        text,
        r#"{"format":1,"watched":"thread 19:t@thread.v2","floor":60000,"births":5,"versions":{"an \"id\" of 1 word":70000}}"#
    );
    assert_eq!(text.parse::<Checkpoint>().unwrap(), checkpoint);
    let json = serde_json::to_string(&checkpoint).unwrap();
    assert_eq!(serde_json::from_str::<Checkpoint>(&json).unwrap(), checkpoint);
    assert_eq!(format!("{checkpoint:?}"), r#"Checkpoint { watched: "thread 19:t@thread.v2", .. }"#);
}

#[test]
fn another_text_is_not_a_checkpoint() {
    let text = checkpoint().to_string();
    let newer = text.replace(r#""format":1"#, r#""format":2"#);
    let error = newer.parse::<Checkpoint>().unwrap_err();
    assert_eq!(error.to_string(), "the checkpoint has the format of another version");
    for bad in ["", "{}", "null", &text[1..], &text.replace("floor", "roof")] {
        let error = bad.parse::<Checkpoint>().unwrap_err();
        assert_eq!(error.to_string(), "the text is not a checkpoint", "{bad}");
    }
}

#[test]
fn a_checkpoint_belongs_to_what_was_watched() {
    assert_eq!(checkpoint().known("thread 19:t@thread.v2").unwrap().floor, 60_000);
    let error = checkpoint().known("thread 19:u@thread.v2").unwrap_err();
    let message =
        "the checkpoint belongs to thread 19:t@thread.v2, and this is thread 19:u@thread.v2";
    assert_eq!(error.to_string(), message);
}
