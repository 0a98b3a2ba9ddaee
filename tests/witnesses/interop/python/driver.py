"""Makes the calls of the scenario with Microsoft's Python clients.

A line on standard input is a call, as JSON: {"call", "as", "with"}. The line on standard output
that answers it is its outcome: {"value"}, or {"error": {"status", "code"}}.
"""

import json
import os
import sys
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from azure.communication.chat import (
    ChatClient,
    ChatParticipant,
    ChatThreadClient,
    CommunicationTokenCredential,
    CommunicationUserIdentifier,
    identifier_from_raw_id,
)
from azure.communication.identity import CommunicationIdentityClient
from azure.core.credentials import AccessToken
from azure.core.exceptions import HttpResponseError

CONNECTION_STRING = os.environ["COMMUNICATION_CONNECTION_STRING"]
ENDPOINT = dict(part.split("=", 1) for part in CONNECTION_STRING.split(";"))["endpoint"].rstrip("/")


class EntraCredential:
    """Has the one Entra token that the emulator takes."""

    def get_token(self, *_scopes, **_options):
        return AccessToken(os.environ["ENTRA_TOKEN"], int(datetime.now().timestamp()) + 3600)


def identity(caller):
    if caller is None:
        return CommunicationIdentityClient.from_connection_string(CONNECTION_STRING)
    return CommunicationIdentityClient(ENDPOINT, EntraCredential())


def chat(caller):
    return ChatClient(ENDPOINT, CommunicationTokenCredential(caller["token"]))


def given(args, **names):
    """The arguments of a call that the step has, under the client's names for them."""
    return {name: args[ours] for name, ours in names.items() if ours in args}


def time(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def lifetime(args):
    minutes = args.get("expiresInMinutes")
    return {"token_expires_in": timedelta(minutes=minutes)} if minutes else {}


def create_user_and_token(caller, args):
    user, token = identity(caller).create_user_and_token(args["scopes"], **lifetime(args))
    return {"id": user.raw_id, "token": token.token}


def get_token(caller, args):
    user = CommunicationUserIdentifier(args["id"])
    return {"token": identity(caller).get_token(user, args["scopes"], **lifetime(args)).token}


def get_token_for_teams_user(caller, args):
    three = [args[name] for name in ("token", "appId", "userId")]
    return {"token": identity(caller).get_token_for_teams_user(*three).token}


def participants(args):
    return [
        ChatParticipant(
            identifier=identifier_from_raw_id(one["rawId"]),
            display_name=one.get("displayName"),
            share_history_time=time(one["shareHistoryTime"]) if "shareHistoryTime" in one else None,
        )
        for one in args["participants"]
    ]


def refused(errors):
    return [error.target for _, error in errors or []]


def create_chat_thread(caller, args):
    options = given(args, idempotency_token="idempotencyToken")
    if "participants" in args:
        options["thread_participants"] = participants(args)
    created = chat(caller).create_chat_thread(args["topic"], **options)
    return {**properties(created.chat_thread), "refused": refused(created.errors)}


def properties(thread):
    return {"id": thread.id, "topic": thread.topic, "createdBy": thread.created_by.raw_id}


def message(found):
    return {
        "type": str.__str__(found.type),
        "text": found.content.message if found.content else None,
        "sender": found.sender.raw_id if found.sender else None,
        "senderDisplayName": found.sender_display_name,
        "metadata": found.metadata or {},
        "edited": found.edited_on is not None,
        "deleted": found.deleted_on is not None,
    }


def listed(args, items, show):
    if args.get("byPage"):
        return [[show(item) for item in page] for page in items.by_page()]
    return [show(item) for item in items]


def page_options(args):
    options = given(args, results_per_page="maxPageSize", skip="skip")
    if "startTime" in args:
        options["start_time"] = time(args["startTime"])
    return options


def thread(caller, args):
    return chat(caller).get_chat_thread_client(args["thread"])


CALLS = {
    "create_user": lambda caller, _: {"id": identity(caller).create_user().raw_id},
    "create_user_and_token": create_user_and_token,
    "delete_user": lambda caller, args: identity(caller).delete_user(
        CommunicationUserIdentifier(args["id"])
    ),
    "get_token": get_token,
    "revoke_tokens": lambda caller, args: identity(caller).revoke_tokens(
        CommunicationUserIdentifier(args["id"])
    ),
    "get_token_for_teams_user": get_token_for_teams_user,
    "create_chat_thread": create_chat_thread,
    "list_chat_threads": lambda caller, args: listed(
        args, chat(caller).list_chat_threads(**page_options(args)), lambda item: item.topic
    ),
    "delete_chat_thread": lambda caller, args: chat(caller).delete_chat_thread(args["thread"]),
    "get_properties": lambda caller, args: properties(thread(caller, args).get_properties()),
    "update_topic": lambda caller, args: thread(caller, args).update_topic(args["topic"]),
    "send_message": lambda caller, args: {
        "id": thread(caller, args)
        .send_message(
            args["content"],
            **given(
                args,
                chat_message_type="type",
                sender_display_name="senderDisplayName",
                metadata="metadata",
            ),
        )
        .id
    },
    "get_message": lambda caller, args: message(thread(caller, args).get_message(args["message"])),
    "update_message": lambda caller, args: thread(caller, args).update_message(
        args["message"], **given(args, content="content", metadata="metadata")
    ),
    "delete_message": lambda caller, args: thread(caller, args).delete_message(args["message"]),
    "list_messages": lambda caller, args: listed(
        args, thread(caller, args).list_messages(**page_options(args)), message
    ),
    "list_participants": lambda caller, args: listed(
        args,
        thread(caller, args).list_participants(**page_options(args)),
        lambda item: item.identifier.raw_id,
    ),
    "add_participants": lambda caller, args: refused(
        thread(caller, args).add_participants(participants(args))
    ),
    "remove_participant": lambda caller, args: thread(caller, args).remove_participant(
        identifier_from_raw_id(args["participant"])
    ),
    "send_typing_notification": lambda caller, args: thread(caller, args).send_typing_notification(
        **given(args, sender_display_name="senderDisplayName")
    ),
    "send_read_receipt": lambda caller, args: thread(caller, args).send_read_receipt(
        args["message"]
    ),
    "list_read_receipts": lambda caller, args: listed(
        args,
        thread(caller, args).list_read_receipts(**page_options(args)),
        lambda item: item.chat_message_id,
    ),
}


def operations(*_):
    """All that can be called on the clients, but for what sends nothing by itself."""
    clients = [ChatClient, ChatThreadClient, CommunicationIdentityClient]
    silent = {"close", "from_connection_string", "get_chat_thread_client", "thread_id"}
    public = {name for client in clients for name in vars(client) if not name.startswith("_")}
    return sorted(public - silent)


CALLS["operations"] = operations


def outcome(step):
    try:
        return {"value": CALLS[step["call"]](step.get("as"), step["with"])}
    except HttpResponseError as error:
        return {"error": {"status": error.status_code, "code": error.error and error.error.code}}
    except Exception as error:  # A client may fail in any way: that is an outcome as well.
        return {"error": {"status": None, "code": repr(error)}}


for line in sys.stdin:
    print(json.dumps(outcome(json.loads(line))), flush=True)
