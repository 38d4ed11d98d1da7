package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.support.EmailAddress;

/**
 * Takes creators' questions to the person who asked them, or who speaks for that person.
 */
@Service
public class CreatorQuestions {

	private static final String KIND = "QUESTION";

	/** Nobody asks more in a day; the rest is somebody's machine. */
	private static final int A_DAY = 20;

	private final InvitationRepository invitations;

	private final Letters letters;

	private final Mails mails;

	private final JdbcClient jdbc;

	private final Clock clock;

	CreatorQuestions(InvitationRepository invitations, Letters letters, Mails mails, JdbcClient jdbc, Clock clock) {
		this.invitations = invitations;
		this.letters = letters;
		this.mails = mails;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Mails a question to whoever speaks for the invitation.
	 * @param reply where the answer goes, or null for the creator's known address
	 * @throws DeadLinkException if the link is not good any more
	 */
	@Transactional
	public Letter ask(ConnectLink link, String question, @Nullable EmailAddress reply) {
		InvitationEntity invitation = this.invitations.findById(link.invitationId())
			.orElseThrow(() -> new DeadLinkException(DeadLinkException.Reason.INVALID));
		ConnectPages.requireOpen(invitation, link, this.clock.instant());
		Letter letter = this.letters.write(invitation);
		EmailAddress answer = (reply != null) ? reply : letter.creator().email();
		if (asked(letter) < A_DAY) {
			this.mails.queue(draft(letter, question, answer));
		}
		return letter;
	}

	static MailDraft draft(Letter letter, String question, @Nullable EmailAddress answer) {
		return new MailDraft(letter.organization().id(), KIND, letter.sender().email(), letter.organization().name(),
				answer, letter.sender().language(), "question",
				Map.of("letter", letter, "question", question, "answerable", answer != null, "subjectArguments",
						List.of(letter.organization().name(), letter.creator().name())));
	}

	private long asked(Letter letter) {
		return this.jdbc.sql("""
				select count(*) from mail
				where organization_id = :organization and kind = :kind and recipient = :recipient
					and created_at > :since
				""")
			.param("organization", letter.organization().id())
			.param("kind", KIND)
			.param("recipient", letter.sender().email().value())
			.param("since", this.clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

}
