//! The screen: threads on the left, messages on the right, the input below.

use crate::{
    app::App,
    room::{Room, sender},
};
use acs_chat::{
    CommunicationIdentifier,
    models::{ChatMessage, ChatMessageType, ChatParticipant},
};
use ratatui::{
    Frame,
    layout::{Constraint, Layout},
    style::{Style, Stylize},
    text::Line,
    widgets::{Block, List, ListDirection, ListItem, Paragraph},
};

pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let [top, input, status] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(3), Constraint::Length(1)])
            .areas(frame.area());
    let [threads, messages] =
        Layout::horizontal([Constraint::Length(22), Constraint::Fill(1)]).areas(top);
    frame.render_widget(self::threads(app), threads);
    if let Some(room) = app.rooms.get(app.selected) {
        let width = usize::from(messages.width.saturating_sub(2)).max(1);
        frame.render_widget(self::messages(room, &app.me.id, width), messages);
    }
    let title = format!("{} · /edit TEXT · /delete · /topic TEXT", app.me.name);
    frame.render_widget(Paragraph::new(app.input.as_str()).block(Block::bordered().title(title)), input);
    frame.set_cursor_position((input.x + 1 + Line::from(app.input.as_str()).width() as u16, input.y + 1));
    frame.render_widget(app.status.as_str().dim(), status);
}

fn threads(app: &App) -> List<'_> {
    let items = app.rooms.iter().enumerate().map(|(index, room)| {
        let mark = if room.unread(&app.me.id).is_some() { "● " } else { "  " };
        let style = if index == app.selected { Style::new().reversed() } else { Style::new() };
        ListItem::new(format!("{mark}{}", room.topic)).style(style)
    });
    List::new(items).block(Block::bordered().title("Threads"))
}

fn messages<'a>(room: &'a Room, me: &CommunicationIdentifier, width: usize) -> List<'a> {
    let newest_first = room.messages.iter().rev().map(|(id, message)| {
        let is_mine = sender(message) == Some(me);
        let read = if is_mine && *id <= room.read_by_others { " ✓ read" } else { "" };
        let style = match sender(message) {
            None => Style::new().dim(),
            Some(_) if is_mine => Style::new().green(),
            Some(_) => Style::new(),
        };
        let text: Vec<char> = format!("{}{read}", line(message)).chars().collect();
        let lines = text.chunks(width).map(|line| Line::from(line.iter().collect::<String>()));
        ListItem::new(lines.collect::<Vec<_>>()).style(style)
    });
    let title = if room.is_closed { "closed" } else { &room.topic };
    let list = List::new(newest_first).direction(ListDirection::BottomToTop);
    list.block(Block::bordered().title(title))
}

fn line(message: &ChatMessage) -> String {
    let content = message.content.clone().unwrap_or_default();
    let name = message.sender_display_name.as_deref().unwrap_or_default();
    match message.message_type {
        ChatMessageType::TopicUpdated => {
            format!("The topic is {}", content.topic.unwrap_or_default())
        }
        ChatMessageType::ParticipantAdded => format!("{} joined", names(&content.participants)),
        ChatMessageType::ParticipantRemoved => format!("{} left", names(&content.participants)),
        _ if message.deleted_on.is_some() => format!("{name}: (deleted)"),
        _ => {
            let edited = if message.edited_on.is_some() { " (edited)" } else { "" };
            format!("{name}: {}{edited}", content.message.unwrap_or_default())
        }
    }
}

fn names(participants: &[ChatParticipant]) -> String {
    let names = participants.iter().map(|it| it.display_name.as_deref().unwrap_or("Somebody"));
    names.collect::<Vec<_>>().join(" and ")
}
