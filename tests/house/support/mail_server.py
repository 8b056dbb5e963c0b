"""A mail server for tests: aiosmtpd, whose manners depend on whom a mail is for. Says its port, then a line a mail."""

import argparse
import asyncio
import json
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

FOR_EVER = 3600


class Manners:
    def __init__(self):
        self.tries = {}

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        self.tries[name] = self.tries.get(name, 0) + 1
        if name == "gone":
            return "550 5.1.1 no such person"
        if name == "grey" and self.tries[name] == 1:
            return "451 4.7.1 come back later"
        if name == "full":
            return "452 4.2.2 mailbox full"
        if name == "slow":
            await asyncio.sleep(FOR_EVER)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        text = envelope.content.decode("utf-8", errors="replace")
        print(json.dumps({"to": envelope.rcpt_tos, "text": text}), flush=True)
        if envelope.rcpt_tos[0].startswith("dropped"):
            await asyncio.sleep(FOR_EVER)
        return "250 OK"


def context(certificate):
    if not certificate:
        return None
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(certificate)
    return made


def check(server, session, envelope, mechanism, auth_data):
    # `handled=False`: aiosmtpd itself says the 535.
    return AuthResult(success=auth_data.login == b"siv" and auth_data.password == b"p@ss", handled=False)


async def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--wrapped", help="a file with key and certificate: TLS from the start")
    arguments.add_argument("--starttls", help="the same, after STARTTLS")
    arguments.add_argument("--password", action="store_true", help="demand siv's password")
    chosen = arguments.parse_args()
    manners = Manners()

    def conversation():
        return SMTP(
            manners,
            hostname="mail.example.org",
            tls_context=context(chosen.starttls),
            require_starttls=bool(chosen.starttls),
            authenticator=check,
            auth_required=chosen.password,
            auth_require_tls=bool(chosen.starttls),
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(conversation, "127.0.0.1", 0, ssl=context(chosen.wrapped))
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
