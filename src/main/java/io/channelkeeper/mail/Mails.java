package io.channelkeeper.mail;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.support.Ids;
import io.channelkeeper.support.NotFoundException;

/**
 * The way to send a mail.
 */
@Service
public class Mails {

	private final MailRenderer renderer;

	private final MailStore store;

	private final MailSeal seal;

	private final ApplicationEventPublisher events;

	Mails(MailRenderer renderer, MailStore store, MailSeal seal, ApplicationEventPublisher events) {
		this.renderer = renderer;
		this.store = store;
		this.seal = seal;
		this.events = events;
	}

	/** What the mail will say, for a preview. */
	public RenderedMail render(MailDraft draft) {
		return this.renderer.render(draft);
	}

	/**
	 * Writes the mail and stores it within the caller's transaction; it leaves right
	 * after that was committed.
	 * @return the mail's id
	 */
	@Transactional
	public UUID queue(MailDraft draft) {
		UUID id = Ids.next();
		RenderedMail mail = this.renderer.render(draft);
		MailContent content = new MailContent(draft.fromName(),
				(draft.replyTo() != null) ? draft.replyTo().value() : null, tag(draft.language()), draft.automatic(),
				(draft.unsubscribe() != null) ? draft.unsubscribe().toString() : null, mail.html(), mail.text());
		this.store.add(id, draft, mail.subject(), this.seal.close(content, draft.organizationId(), id));
		this.events.publishEvent(new MailQueued(id));
		return id;
	}

	/**
	 * How far a mail of the bound organization is.
	 * @throws NotFoundException if it has no such mail
	 */
	@Transactional(readOnly = true)
	public MailState state(UUID id) {
		MailState state = this.store.states(List.of(id)).get(id);
		if (state == null) {
			throw new NotFoundException("mail", id);
		}
		return state;
	}

	/** The same for many at once; unknown ones are left out. */
	@Transactional(readOnly = true)
	public Map<UUID, MailState> states(Collection<UUID> ids) {
		return this.store.states(ids);
	}

	private static String tag(Locale language) {
		return language.toLanguageTag();
	}

}
