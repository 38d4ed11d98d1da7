package io.channelkeeper.mail;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import io.channelkeeper.support.SealedPlace;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.Tenancy;

/**
 * Seals what a mail says for the time it waits in the database.
 */
@Component
class MailSeal {

	private final Sealer sealer;

	private final JsonMapper json;

	MailSeal(Sealer sealer, JsonMapper json) {
		this.sealer = sealer;
		this.json = json;
	}

	byte[] close(MailContent content, @Nullable UUID organization, UUID mail) {
		return this.sealer.seal(this.json.writeValueAsString(content), place(organization, mail));
	}

	MailContent open(byte[] content, ClaimedMail mail) {
		return this.json.readValue(this.sealer.open(content, place(mail.organizationId(), mail.id())),
				MailContent.class);
	}

	private static SealedPlace place(@Nullable UUID organization, UUID mail) {
		return new SealedPlace((organization != null) ? organization : Tenancy.NOBODY, mail, "mail.content");
	}

}
