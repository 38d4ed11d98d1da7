package io.channelkeeper.organization;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.organization.AccessLink.Kind;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.SecretToken;

/**
 * The mail with which somebody sets a new password.
 */
@Component
class PasswordMail {

	private static final Duration LIFE = Duration.ofHours(1);

	private final AccessLinks links;

	private final PersonRepository people;

	private final Viewers viewers;

	private final Mails mails;

	private final BaseUrl baseUrl;

	PasswordMail(AccessLinks links, PersonRepository people, Viewers viewers, Mails mails, BaseUrl baseUrl) {
		this.links = links;
		this.people = people;
		this.viewers = viewers;
		this.mails = mails;
		this.baseUrl = baseUrl;
	}

	/** Goes to who can sign in somewhere, and to nobody else. */
	@Transactional
	void send(EmailAddress email) {
		this.people.findByEmailKey(email.key())
			.flatMap((person) -> this.viewers.of(person.id()).stream().findFirst())
			.ifPresent(this::send);
	}

	private void send(Viewer viewer) {
		SecretToken token = this.links.forPerson(Kind.PASSWORD, viewer.personId(), LIFE);
		this.mails.queue(draft(viewer, this.baseUrl.of("/password/" + token.value()).toString()));
	}

	static MailDraft draft(Viewer viewer, String link) {
		Map<String, Object> model = Map.of("subjectArguments", List.of(), "name", viewer.name(), "link", link);
		return new MailDraft(null, "PASSWORD", new EmailAddress(viewer.email()), null, null, viewer.language(),
				"password", model);
	}

}
