package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.SignInEnd;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.SecretToken;

/**
 * The links to invitations: any number of live ones, of which only hashes are stored.
 */
@Component
public class ConnectLinks {

	private final JdbcClient jdbc;

	private final Clock clock;

	ConnectLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What a secret out of an address leads to, in whatever organization. */
	public Optional<ConnectLink> find(SecretToken token) {
		return this.jdbc.sql("""
				select l.organization_id, l.invitation_id, i.language, l.via, l.attempt_id, l.channel_id,
					l.other_browser, l.created_at, l.ended_at is not null as ended
				from invitation_link l join invitation i on i.id = l.invitation_id
				where l.token_hash = :hash
				""")
			.param("hash", token.hash())
			.query((row, number) -> new ConnectLink(row.getObject("organization_id", UUID.class),
					row.getObject("invitation_id", UUID.class), Locale.of(row.getString("language")),
					LinkVia.valueOf(row.getString("via")), row.getObject("attempt_id", UUID.class),
					row.getObject("channel_id", UUID.class), row.getBoolean("other_browser"),
					SqlMoments.in(row, "created_at"), row.getBoolean("ended")))
			.optional();
	}

	/** One more live link. It exists in clear only in what is answered here. */
	SecretToken make(InvitationEntity invitation, LinkVia via) {
		return insert(invitation.organizationId(), invitation.id(), via, null);
	}

	/** A link that shows how an attempt ended. */
	SecretToken makeReturn(UUID organizationId, UUID invitationId, SignInEnd end) {
		return insert(organizationId, invitationId, LinkVia.RETURN, end);
	}

	/** Remembers in which mail a link travels. */
	void travelsIn(SecretToken token, UUID mailId) {
		this.jdbc.sql("update invitation_link set mail_id = :mail where token_hash = :hash")
			.param("mail", mailId)
			.param("hash", token.hash())
			.update();
	}

	void endAll(InvitationEntity invitation) {
		this.jdbc.sql("""
				update invitation_link set ended_at = :now
				where invitation_id = :invitation and organization_id = :organization and ended_at is null
				""")
			.param("now", now())
			.param("invitation", invitation.id())
			.param("organization", invitation.organizationId())
			.update();
	}

	private SecretToken insert(UUID organizationId, UUID invitationId, LinkVia via, @Nullable SignInEnd end) {
		SecretToken token = SecretToken.random();
		this.jdbc.sql("""
				insert into invitation_link (token_hash, organization_id, invitation_id, via, attempt_id, channel_id,
					other_browser, created_at)
				values (:hash, :organization, :invitation, :via, :attempt, :channel, :other, :now)
				""")
			.param("hash", token.hash())
			.param("organization", organizationId)
			.param("invitation", invitationId)
			.param("via", via.name())
			.param("attempt", (end != null) ? end.attemptId() : null)
			.param("channel", (end != null) ? end.channelId() : null)
			.param("other", end != null && end.otherBrowser())
			.param("now", now())
			.update();
		return token;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
