// Makes the calls of the scenario with Microsoft's JavaScript clients, in Node and in browsers.

const { ChatClient, ChatThreadClient } = require("@azure/communication-chat");
const {
  AzureCommunicationTokenCredential,
  createIdentifierFromRawId,
  getIdentifierRawId,
} = require("@azure/communication-common");
const { CommunicationIdentityClient } = require("@azure/communication-identity");

const { COMMUNICATION_CONNECTION_STRING: connectionString, ENTRA_TOKEN: entraToken } = process.env;
const endpoint = /endpoint=([^;]*?)\/?(;|$)/.exec(connectionString)[1];

/** Has the one Entra token that the emulator takes. */
const entraCredential = {
  getToken: async () => ({ token: entraToken, expiresOnTimestamp: Date.now() + 3_600_000 }),
};

function identity(caller) {
  return caller
    ? new CommunicationIdentityClient(endpoint, entraCredential)
    : new CommunicationIdentityClient(connectionString);
}

function chat(caller) {
  const entra = { resourceEndpoint: endpoint, tokenCredential: entraCredential };
  const source = caller.token ?? { ...entra, scopes: caller.entra };
  return new ChatClient(endpoint, new AzureCommunicationTokenCredential(source));
}

const thread = (caller, args) => chat(caller).getChatThreadClient(args.thread);
const user = (args) => ({ communicationUserId: args.id });
const rawId = (identifier) => identifier && getIdentifierRawId(identifier);
const date = (text) => text && new Date(text);
const refused = (result) => (result.invalidParticipants ?? []).map((error) => error.target);

function participants(args) {
  return args.participants?.map(({ rawId, shareHistoryTime, ...rest }) => ({
    id: createIdentifierFromRawId(rawId),
    ...(shareHistoryTime && { shareHistoryTime: date(shareHistoryTime) }),
    ...rest,
  }));
}

const properties = ({ id, topic, createdBy }) => ({ id, topic, createdBy: rawId(createdBy) });

const message = (found) => ({
  type: found.type,
  text: found.content?.message ?? null,
  sender: rawId(found.sender) ?? null,
  senderDisplayName: found.senderDisplayName ?? null,
  metadata: found.metadata ?? {},
  edited: found.editedOn !== undefined,
  deleted: found.deletedOn !== undefined,
});

const pageOptions = ({ maxPageSize, skip, startTime }) => ({
  maxPageSize,
  skip,
  startTime: date(startTime),
});

async function listed({ byPage }, items, show) {
  const all = [];
  if (byPage) {
    for await (const page of items.byPage()) all.push(page.map(show));
  } else {
    for await (const item of items) all.push(show(item));
  }
  return all;
}

const calls = {
  create_user: async (caller) => ({ id: rawId(await identity(caller).createUser()) }),
  create_user_and_token: async (caller, { scopes, expiresInMinutes }) => {
    const created = await identity(caller).createUserAndToken(scopes, {
      tokenExpiresInMinutes: expiresInMinutes,
    });
    return { id: rawId(created.user), token: created.token };
  },
  delete_user: (caller, args) => identity(caller).deleteUser(user(args)),
  get_token: async (caller, args) => {
    const options = { tokenExpiresInMinutes: args.expiresInMinutes };
    return { token: (await identity(caller).getToken(user(args), args.scopes, options)).token };
  },
  revoke_tokens: (caller, args) => identity(caller).revokeTokens(user(args)),
  get_token_for_teams_user: async (caller, { token, appId, userId }) => {
    const options = { teamsUserAadToken: token, clientId: appId, userObjectId: userId };
    return { token: (await identity(caller).getTokenForTeamsUser(options)).token };
  },
  create_chat_thread: async (caller, args) => {
    const created = await chat(caller).createChatThread(
      { topic: args.topic },
      {
        participants: participants(args),
        idempotencyToken: args.idempotencyToken,
        metadata: args.metadata,
        retentionPolicy: args.retentionPolicy,
      },
    );
    return { ...properties(created.chatThread), refused: refused(created) };
  },
  list_chat_threads: (caller, args) =>
    listed(args, chat(caller).listChatThreads(pageOptions(args)), (item) => item.topic),
  delete_chat_thread: (caller, args) => chat(caller).deleteChatThread(args.thread),
  get_properties: async (caller, args) => properties(await thread(caller, args).getProperties()),
  update_topic: (caller, args) => thread(caller, args).updateTopic(args.topic),
  update_properties: (caller, args) =>
    thread(caller, args).updateProperties({
      topic: args.topic,
      metadata: args.metadata,
      retentionPolicy: args.retentionPolicy,
    }),
  send_message: async (caller, args) => {
    const { content, type, senderDisplayName, metadata } = args;
    const options = { type, senderDisplayName, metadata };
    return { id: (await thread(caller, args).sendMessage({ content }, options)).id };
  },
  get_message: async (caller, args) => message(await thread(caller, args).getMessage(args.message)),
  update_message: (caller, args) => {
    const { content, metadata } = args;
    return thread(caller, args).updateMessage(args.message, { content, metadata });
  },
  delete_message: (caller, args) => thread(caller, args).deleteMessage(args.message),
  list_messages: (caller, args) =>
    listed(args, thread(caller, args).listMessages(pageOptions(args)), message),
  list_participants: (caller, args) =>
    listed(args, thread(caller, args).listParticipants(pageOptions(args)), ({ id }) => rawId(id)),
  add_participants: async (caller, args) =>
    refused(await thread(caller, args).addParticipants({ participants: participants(args) })),
  remove_participant: (caller, args) =>
    thread(caller, args).removeParticipant(createIdentifierFromRawId(args.participant)),
  send_typing_notification: async (caller, { senderDisplayName, ...args }) => {
    await thread(caller, args).sendTypingNotification({ senderDisplayName });
  },
  send_read_receipt: (caller, args) =>
    thread(caller, args).sendReadReceipt({ chatMessageId: args.message }),
  list_read_receipts: (caller, args) => {
    const receipts = thread(caller, args).listReadReceipts(pageOptions(args));
    return listed(args, receipts, (item) => item.chatMessageId);
  },
};

/** What is private in TypeScript, sends nothing by itself, or works in browsers only. */
const noOperation =
  /^(constructor|list.*(All|Page)|canPost.*|getChatThreadClient|on|off|.*Realtime.*|.*Signaling.*)$/;

/** All that can be called on the clients, in the spelling of the scenario. */
calls.operations = async () =>
  [ChatClient, ChatThreadClient, CommunicationIdentityClient]
    .flatMap((client) => Object.getOwnPropertyNames(client.prototype))
    .filter((name) => !noOperation.test(name))
    .map((name) => name.replace(/[A-Z]/g, (letter) => "_" + letter.toLowerCase()))
    .sort();

/** Makes a call, {"call", "as", "with"}: {"value"}, or {"error": {"status", "code"}}. */
async function outcome(step) {
  try {
    return { value: (await calls[step.call](step.as, step.with)) ?? null };
  } catch (error) {
    const status = error.statusCode ?? null;
    return { error: { status, code: error.code ?? (status ? null : String(error)) } };
  }
}

module.exports = { outcome };
