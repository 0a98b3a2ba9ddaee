//! The crate's example `chat`, driven through a terminal.

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::{
    fs,
    io::{Read, Write},
    path::Path,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

/// A terminal in which the example runs.
struct Terminal {
    input: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    /// The invitation to the second terminal is in `folder`.
    fn run(arguments: &[&str], folder: &Path) -> Self {
        let size = PtySize { rows: 24, cols: 90, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_chat"));
        command.args(arguments);
        command.env("TMPDIR", folder);
        command.env("TERM", "xterm-256color");
        command.env_remove("COMMUNICATION_CONNECTION_STRING");
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let input = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            // The terminal closes when this ends.
            let _master = pair.master;
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                drop(sender.send(buffer[..length].to_vec()));
            }
        });
        Self { input, output, screen: vt100::Parser::new(24, 90, 0), child }
    }

    fn type_text(&mut self, text: &str) {
        self.input.write_all(text.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// Waits until the screen fulfils a condition.
    fn wait_until(&mut self, what: &str, is_there: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(60);
        while !is_there(&self.screen.screen().contents()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => panic!("no {what} on the screen:\n{}", self.screen.screen().contents()),
            }
        }
    }

    fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    /// Presses Escape, and waits until the program has left the terminal as it was.
    fn end(mut self) {
        self.type_text("\x1b");
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_secs(60)) {
            self.screen.process(&bytes);
        }
        assert!(self.child.wait().unwrap().success());
        assert!(!self.screen.screen().alternate_screen() && !self.screen.screen().hide_cursor());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        drop(self.child.kill());
    }
}

#[test]
fn two_people_and_a_program_talk() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chat_example");
    fs::create_dir_all(&folder).unwrap();
    let mut ann = Terminal::run(&[], &folder);
    ann.wait_for("Talk to Bob");
    ann.wait_for("Talk to Echo");
    ann.wait_until("the selected thread", |screen| screen.contains("The topic is Talk to"));
    ann.wait_for("Ann and ");

    // Ann talks to the program. The order of the two threads is that of their last messages.
    if !ann.screen.screen().contents().contains("The topic is Talk to Echo") {
        ann.type_text("\t");
        ann.wait_for("The topic is Talk to Echo");
    }
    ann.type_text("hello\r");
    ann.wait_for("Ann: hello");
    ann.wait_for("Echo: You said: hello");
    ann.wait_for("Ann: hello ✓ read");
    ann.type_text("/edit good evening\r");
    ann.wait_for("Ann: good evening (edited)");
    ann.type_text("edit\r");
    ann.wait_for("Echo: I changed my mind (edited)");
    ann.type_text("delete\r");
    ann.wait_for("Echo: (deleted)");
    ann.type_text("/topic Echoes\r");
    ann.wait_for("The topic is Echoes");

    // Ann talks to Bob, who is in another terminal.
    let mut bob = Terminal::run(&["join"], &folder);
    bob.wait_for("Talk to Bob");
    bob.type_text("is anybody there?\r");
    ann.wait_for("● Talk to Bob");
    ann.type_text("\t");
    ann.wait_for("Bob: is anybody there?");
    bob.wait_for("Bob: is anybody there? ✓ read");
    ann.type_text("yes\r");
    bob.wait_for("Ann: yes");
    ann.wait_for("Ann: yes ✓ read");
    ann.type_text("/delete\r");
    bob.wait_for("Ann: (deleted)");
    bob.end();
    ann.end();
}
