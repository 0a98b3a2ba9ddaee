//! The bounds of the store.

use super::{
    ANSWERS, MESSAGES, NewThread, Participant, Store, THREADS, properties::PARTICIPANT_LIMIT,
};
use crate::{clock::Timestamp, contract::Api, memory::most_bytes, version::ApiVersion};
use serde_json::{Value, json};

const NOW: Timestamp = Timestamp::EPOCH;

fn add_thread(store: &mut Store, topic: &str) -> String {
    let version = ApiVersion::find(Api::Chat, "2025-03-15").unwrap();
    let request = json!({ "topic": topic });
    let new = NewThread::read("8:me", &request, Vec::new(), version, NOW).unwrap();
    store.add_thread(new).id().to_owned()
}

fn send(store: &mut Store, thread: &str, content: &str) {
    let request = json!({ "content": content });
    store.change_thread(thread, "8:me", NOW, |it| it.send("8:me", &request, NOW)).unwrap();
}

fn count(store: &Store, thread: &str) -> usize {
    store.thread(thread, "8:me", NOW).unwrap().messages("8:me", u64::MAX).count()
}

#[test]
fn the_oldest_messages_of_all_threads_are_forgotten() {
    let mut store = Store::new(String::new());
    let (quiet, busy) = (add_thread(&mut store, "x"), add_thread(&mut store, "x"));
    let content = "x".repeat(28 * 1024);
    for _ in 0..MESSAGES / content.len() + 1 {
        send(&mut store, &busy, &content);
    }
    assert_eq!(count(&store, &quiet), 0);
    let kept = count(&store, &busy);
    assert!(kept > MESSAGES / content.len() * 9 / 10, "{kept}");
    assert!(store.message_weight <= MESSAGES);
    assert_eq!(store.arrivals.len(), kept);
}

#[test]
fn deleted_threads_leave_no_messages_behind() {
    let mut store = Store::new(String::new());
    for _ in 0..100 {
        let thread = add_thread(&mut store, "x");
        send(&mut store, &thread, "x");
        let delete = |it: &mut super::Thread| {
            it.delete(NOW);
            Ok(())
        };
        store.change_thread(&thread, "8:me", NOW, delete).unwrap();
    }
    assert_eq!((store.message_weight, store.arrivals.len()), (0, 0));
}

#[test]
fn unused_threads_are_forgotten_by_their_participants_too() {
    let mut store = Store::new(String::new());
    let topic = "t".repeat(250);
    let (unused, used) = (add_thread(&mut store, &topic), add_thread(&mut store, &topic));
    let mut created = 2;
    while store.thread(&unused, "8:me", NOW).is_ok() {
        store.change_thread(&used, "8:me", NOW, |_| Ok(())).unwrap();
        add_thread(&mut store, &topic);
        created += 1;
        assert!(created < THREADS / 700, "{created} threads are not within the bound");
    }
    assert!(store.thread(&used, "8:me", NOW).is_ok());
    assert_eq!(store.threads_of("8:me", ..).count(), created - 1);
    assert_eq!(store.memberships["8:me"].len(), created - 1);
    assert_eq!(store.positions.len(), created - 1);
}

/// Leaves the properties and the participants of a thread.
fn forget_messages(store: &mut Store, thread: &str) {
    let forget = |it: &mut super::Thread| {
        let ids: Vec<u64> = it.all_messages().map(|message| message.id).collect();
        ids.into_iter().for_each(|id| it.forget_message(id));
        Ok(())
    };
    store.change_thread(thread, "8:me", NOW, forget).unwrap();
}

fn metadata(names: usize) -> Value {
    (0..names).map(|number| (format!("{number}"), Value::from("v"))).collect()
}

#[test]
fn messages_take_no_more_memory_than_their_bound() {
    for (length, names) in [(0, 0), (0, 1), (28 << 10, 1)] {
        let content = "x".repeat(length);
        let request = json!({ "content": content, "metadata": metadata(names) });
        let new = || {
            let mut store = Store::new(String::new());
            let thread = add_thread(&mut store, "x");
            (store, thread)
        };
        let held = most_bytes(new, |(store, thread), _| {
            for _ in 0..MESSAGES / (350 + length + 500 * names) {
                let send = |it: &mut super::Thread| it.send("8:me", &request, NOW);
                store.change_thread(thread, "8:me", NOW, send).unwrap();
            }
        });
        assert!(held <= MESSAGES && held > MESSAGES / 3, "{length}, {names}: {held}");
    }
}

#[test]
fn threads_take_no_more_memory_than_their_bound() {
    for (people, names) in [(0, 0), (20, 1)] {
        let held = most_bytes(
            || Store::new(String::new()),
            |store, round| {
                for number in 0..THREADS / (1000 + people * (500 + 500 * names)) {
                    let person = |other| {
                        let raw_id = format!("8:acs:resource_{round}-{number}-{other}");
                        let person = json!({
                            "communicationIdentifier": { "rawId": raw_id },
                            "metadata": metadata(names),
                        });
                        Participant::read(&person).unwrap()
                    };
                    let id = add_thread(store, "x");
                    let people = (0..people).map(person).collect();
                    store.add_participants(&id, "8:me", NOW, people).unwrap();
                    forget_messages(store, &id);
                }
            },
        );
        assert!(held <= THREADS && held > THREADS / 3, "{people}, {names}: {held}");
    }
}

#[test]
fn answers_take_no_more_memory_than_their_bound() {
    for length in [0, 100_000] {
        let held = most_bytes(
            || Store::new(String::new()),
            |store, round| {
                for number in 0..ANSWERS / (400 + length) {
                    let answer = (String::new(), "x".repeat(length));
                    store.keep_answer("8:me", &format!("{round}-{number}"), answer);
                }
            },
        );
        assert!(held <= ANSWERS && held > ANSWERS / 3, "{length}: {held}");
    }
}

#[test]
fn a_thread_that_grows_makes_room_too() {
    let mut store = Store::new(String::new());
    let threads: Vec<String> = (0..200).map(|_| add_thread(&mut store, "x")).collect();
    for thread in &threads {
        if store.any_thread(thread).is_none() {
            continue;
        }
        let person = |number| Participant::new(format!("8:{number:0>500}"));
        let people = (0..PARTICIPANT_LIMIT).map(person).collect();
        store.add_participants(thread, "8:me", NOW, people).unwrap();
    }
    let kept = threads.iter().filter(|id| store.any_thread(id).is_some()).count();
    let weight = PARTICIPANT_LIMIT * 1000;
    assert!(kept <= THREADS / weight, "{kept} threads are not within the bound");
    assert!(kept > THREADS / weight / 2, "{kept} threads");
}
