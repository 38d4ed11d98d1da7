package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SqlMoments;

/**
 * The rows of logins and connections as far as their verification goes, over all
 * organizations. Everything holds only for the tokens that the network was asked with.
 */
@Repository
class VerificationRows {

	/** Whoever dies over a verification leaves it to others after that. */
	private static final Duration LEASE = Duration.ofMinutes(15);

	private final JdbcClient jdbc;

	VerificationRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Takes what is due at a provider. */
	List<Verification.Due> claim(ProviderId provider, Instant now, int most) {
		return this.jdbc.sql("""
				update social_login set verify_at = :lease, version = version + 1
				where id in (select id from social_login where provider = :provider and verify_at <= :now
					order by verify_at limit :most for update skip locked)
				returning *
				""")
			.param("provider", provider.value())
			.param("lease", now.plus(LEASE).atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("most", most)
			.query((row, number) -> new Verification.Due(LoginRow.read(row), row.getInt("verify_failures"),
					SqlMoments.maybe(row, "suspected_since"), row.getObject("in_doubt_since") != null,
					row.getString("invalid_cause"), row.getObject("unreadable_since") != null,
					Objects.equals(row.getObject("remade_version"), row.getObject("token_version"))))
			.list();
	}

	/** The channels that hang on a login and whose id at the network is known. */
	List<Hanging> channels(UUID organization, UUID login) {
		return this.jdbc.sql("""
				select k.channel_id, k.channel_token, k.lost_cause, c.network, c.external_id
				from connection k join channel c on c.id = k.channel_id
				where k.organization_id = :organization and k.login_id = :login and c.external_id is not null
				order by k.channel_id
				""")
			.param("organization", organization)
			.param("login", login)
			.query((row, number) -> new Hanging(row.getObject("channel_id", UUID.class),
					new NetworkId(row.getString("network")), row.getString("external_id"),
					row.getBytes("channel_token"), row.getString("lost_cause")))
			.list();
	}

	/**
	 * The access works: whatever was held against it is forgotten.
	 * @param renewAt when to renew it again where that had been given up, or null
	 */
	boolean works(LoginRow.Asked asked, Instant verifyAt, @Nullable Instant renewAt, Instant now) {
		return change(asked, """
				checked_at = :now, verify_at = :next, verify_failures = 0, suspected_since = null,
				no_answer_since = null, invalid_cause = null, invalid_since = null, unreadable_since = null,
				renewal_refused = null, remade_version = null,
				deadline = case when deadline <= :now then null else deadline end,
				deadline_source = case when deadline <= :now then 'NONE' else deadline_source end,
				renew_at = coalesce(renew_at, :renewAt)""", now, verifyAt, renewAt, null);
	}

	/** It works, but nothing will renew it: it ends by itself. */
	boolean worksToItsEnd(LoginRow.Asked asked, Instant verifyAt, Instant now) {
		return change(asked, """
				checked_at = :now, verify_at = :next, verify_failures = 0, suspected_since = null,
				no_answer_since = null, invalid_cause = null, invalid_since = null, unreadable_since = null,
				deadline = coalesce(access_expires_at, deadline),
				deadline_source = case when access_expires_at is null then deadline_source else 'DERIVED' end""", now,
				verifyAt, null, null);
	}

	/** Refused for the first time: to be asked once more before anything is said. */
	void suspect(LoginRow.Asked asked, Instant verifyAt, Instant now) {
		change(asked, "suspected_since = coalesce(suspected_since, :now), verify_at = :next", now, verifyAt, null,
				null);
	}

	/** No answer that says anything. */
	void unanswered(LoginRow.Asked asked, Instant verifyAt, Instant now) {
		change(asked, """
				no_answer_since = coalesce(no_answer_since, :now), verify_failures = verify_failures + 1,
				verify_at = :next""", now, verifyAt, null, null);
	}

	/** Its tokens were renewed meanwhile; the new ones are looked at, too. */
	void verifySoon(LoginRow.Asked asked, Instant now) {
		this.jdbc.sql("""
				update social_login set verify_at = :now, version = version + 1
				where id = :login and organization_id = :organization and access_token is not null
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("login", asked.login())
			.param("organization", asked.organization())
			.update();
	}

	/**
	 * Its tokens were refused twice, and the network gave new ones: they are looked at
	 * once it had the time to know them itself.
	 */
	void remade(LoginRow.Asked asked, Instant verifyAt) {
		this.jdbc.sql("""
				update social_login set verify_at = :next, remade_version = token_version, version = version + 1
				where id = :login and organization_id = :organization and access_token is not null
				""")
			.param("next", verifyAt.atOffset(ZoneOffset.UTC))
			.param("login", asked.login())
			.param("organization", asked.organization())
			.update();
	}

	/** Why a network refused to renew these tokens, or empty if it did not. */
	Optional<String> refusal(LoginRow.Asked asked) {
		return this.jdbc.sql("""
				select renewal_refused from social_login
				where id = :login and organization_id = :organization and token_version = :version
					and renewal_refused is not null
				""")
			.param("login", asked.login())
			.param("organization", asked.organization())
			.param("version", asked.version())
			.query(String.class)
			.optional();
	}

	/** What is known already, once more. */
	void stillSo(LoginRow.Asked asked, Instant verifyAt, Instant now) {
		change(asked, """
				checked_at = :now, verify_failures = verify_failures + 1, no_answer_since = null,
				suspected_since = null, verify_at = :next""", now, verifyAt, null, null);
	}

	void unreadable(LoginRow.Asked asked, Instant verifyAt, Instant now) {
		change(asked, "unreadable_since = coalesce(unreadable_since, :now), verify_at = :next", now, verifyAt, null,
				null);
	}

	/**
	 * The access is dead.
	 * @return whether that is news
	 */
	boolean invalidate(LoginRow.Asked asked, Cause cause, Instant verifyAt, Instant now) {
		return change(asked,
				"""
						invalid_cause = :cause, invalid_since = :now, checked_at = :now, renew_at = null, suspected_since = null,
						no_answer_since = null, verify_failures = 0, verify_at = :next""",
				now, verifyAt, null, cause);
	}

	/**
	 * The access has come to its end.
	 * @return whether that is news
	 */
	boolean expire(LoginRow.Asked asked, Instant verifyAt, Instant now) {
		return change(asked, """
				deadline = least(coalesce(deadline, :now), :now), deadline_source = 'REPORTED', checked_at = :now,
				renew_at = null, suspected_since = null, no_answer_since = null, verify_failures = 0,
				verify_at = :next""", now, verifyAt, null, null);
	}

	private boolean change(LoginRow.Asked asked, String change, Instant now, Instant next, @Nullable Instant renewAt,
			@Nullable Cause cause) {
		return this.jdbc.sql("""
				update social_login set %s, version = version + 1
				where id = :login and organization_id = :organization and token_version = :version
					and access_token is not null
				""".formatted(change))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("next", next.atOffset(ZoneOffset.UTC))
			.param("renewAt", (renewAt != null) ? renewAt.atOffset(ZoneOffset.UTC) : null)
			.param("cause", (cause != null) ? cause.name() : null)
			.param("login", asked.login())
			.param("organization", asked.organization())
			.param("version", asked.version())
			.update() > 0;
	}

	/**
	 * A channel is lost while its login works.
	 * @return whether that is news
	 */
	boolean lose(LoginRow.Asked asked, UUID channel, Cause cause, @Nullable String detail, Instant now) {
		return this.jdbc.sql("""
				update connection set lost_cause = :cause, lost_detail = :detail,
					lost_since = case when lost_cause is null then :now else lost_since end, version = version + 1
				where channel_id = :channel and organization_id = :organization and login_id = :login
					and (lost_cause is distinct from :cause or lost_detail is distinct from :detail)
					and exists (select 1 from social_login where id = :login and token_version = :version)
				""")
			.param("cause", cause.name())
			.param("detail", detail)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("channel", channel)
			.param("organization", asked.organization())
			.param("login", asked.login())
			.param("version", asked.version())
			.update() > 0;
	}

	/**
	 * A channel is reached again.
	 * @return whether that is news
	 */
	boolean regain(LoginRow.Asked asked, UUID channel) {
		return this.jdbc.sql("""
				update connection set lost_cause = null, lost_detail = null, lost_since = null, version = version + 1
				where channel_id = :channel and organization_id = :organization and login_id = :login
					and lost_cause is not null
				""")
			.param("channel", channel)
			.param("organization", asked.organization())
			.param("login", asked.login())
			.update() > 0;
	}

	/**
	 * A channel that hangs on a login.
	 *
	 * @param id the channel
	 * @param network where it lives
	 * @param externalId the network's id
	 * @param token its own sealed token, or null
	 * @param lost why it is lost already, or null
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Hanging(UUID id, NetworkId network, String externalId, byte @Nullable [] token, @Nullable String lost) {
	}

}
