package io.channelkeeper.mail;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives mails up, and says so within the same transaction.
 */
@Component
class MailRefusals {

	private final MailStore store;

	private final ApplicationEventPublisher events;

	MailRefusals(MailStore store, ApplicationEventPublisher events) {
		this.store = store;
		this.events = events;
	}

	/** Gives up a mail; its organization is bound. */
	@Transactional
	void refuse(ClaimedMail mail, String error) {
		if (this.store.refused(mail, error) && mail.organizationId() != null) {
			this.events.publishEvent(new MailRefused(mail.organizationId(), mail.id()));
		}
	}

}
