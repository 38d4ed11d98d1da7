package io.channelkeeper.connection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.ProcessRegister;

/**
 * The rows of logins as far as their renewal goes, over all organizations. A login that
 * is being renewed carries a mark; everything stored afterwards holds only for the tokens
 * it was asked with.
 */
@Repository
class RenewalRows {

	private static final String CLAIM = """
			update social_login set renewing_by = :process, renewing_since = :now, version = version + 1
			where id in (select id from social_login where %s and renewing_by is null and access_token is not null
				and in_doubt_since is null and unreadable_since is null order by renew_at limit :most
				for update %s)
			returning *
			""";

	private static final String RELEASE = "renewing_by = null, renewing_since = null, version = version + 1";

	private final JdbcClient jdbc;

	private final ProcessRegister processes;

	RenewalRows(JdbcClient jdbc, ProcessRegister processes) {
		this.jdbc = jdbc;
		this.processes = processes;
	}

	/** Marks what is due at a provider as being renewed by this process. */
	List<LoginRow> claim(ProviderId provider, Instant now, int most) {
		return this.jdbc.sql(CLAIM.formatted("provider = :provider and renew_at <= :now", "skip locked"))
			.param("process", this.processes.id())
			.param("provider", provider.value())
			.param("now", at(now))
			.param("most", most)
			.query((row, number) -> LoginRow.read(row))
			.list();
	}

	/**
	 * Marks one login, due or not, unless somebody else is at it. Waits for whoever only
	 * writes to its row.
	 */
	Optional<LoginRow> claim(UUID login, Instant now) {
		return this.jdbc.sql(CLAIM.formatted("id = :login", ""))
			.param("process", this.processes.id())
			.param("login", login)
			.param("now", at(now))
			.param("most", 1)
			.query((row, number) -> LoginRow.read(row))
			.optional();
	}

	/**
	 * Stores what a renewal brought.
	 * @return whether it did; not if the tokens are no longer those it was asked with
	 */
	boolean store(LoginRow.Asked asked, Grant next, SocialLogins.SealedTokens tokens, @Nullable Instant renewAt,
			Instant now) {
		return this.jdbc
			.sql("""
					update social_login set access_token = :access, access_expires_at = :accessEnd,
						refresh_token = coalesce(:refresh, refresh_token), refresh_expires_at = :refreshEnd, scopes = :scopes,
						deadline = :deadline, deadline_source = :source, token_version = token_version + 1,
						renewal_failures = 0, renewal_refused = null, in_doubt_since = null, no_answer_since = null,
						suspected_since = null, renew_at = :renewAt, checked_at = :now, %s
					where id = :login and organization_id = :organization and token_version = :version
					"""
				.formatted(RELEASE))
			.param("access", tokens.access())
			.param("accessEnd", at(next.accessExpiresAt()))
			.param("refresh", tokens.refresh())
			.param("refreshEnd", at(next.refreshExpiresAt()))
			.param("scopes", next.scopes().stream().sorted().toArray(String[]::new))
			.param("deadline", at(next.deadline()))
			.param("source", next.deadlineSource().name())
			.param("renewAt", at(renewAt))
			.param("now", at(now))
			.param("login", asked.login())
			.param("organization", asked.organization())
			.param("version", asked.version())
			.update() > 0;
	}

	/** The network did not say yes or no: to be asked again. */
	void postpone(LoginRow.Asked asked, Instant again, Instant now) {
		release(asked, """
				renewal_failures = renewal_failures + 1, no_answer_since = coalesce(no_answer_since, :now),
				renew_at = :next""", now, again, null);
	}

	/** It was not asked at all. */
	void putBack(LoginRow.Asked asked, Instant again) {
		release(asked, "renew_at = :next", again, again, null);
	}

	/**
	 * The network refused for good: nothing is asked again, and what that means is judged
	 * by asking in another way.
	 */
	void refuse(LoginRow.Asked asked, String cause, Instant verifyAt, Instant now) {
		release(asked, """
				renewal_refused = :cause, renew_at = null, suspected_since = coalesce(suspected_since, :now),
				verify_at = :next""", now, verifyAt, cause);
	}

	/** Its key is missing: it is not touched until the key is back. */
	void unreadable(LoginRow.Asked asked, Instant now) {
		release(asked, "unreadable_since = coalesce(unreadable_since, :now), verify_at = :next", now, now, null);
	}

	private void release(LoginRow.Asked asked, String change, Instant now, Instant next, @Nullable String cause) {
		this.jdbc.sql("""
				update social_login set %s, %s
				where id = :login and organization_id = :organization and token_version = :version
					and renewing_by = :process
				""".formatted(change, RELEASE))
			.param("now", at(now))
			.param("next", at(next))
			.param("cause", cause)
			.param("login", asked.login())
			.param("organization", asked.organization())
			.param("version", asked.version())
			.param("process", this.processes.id())
			.update();
	}

	/**
	 * Nobody knows what the network answered, and the token must not be shown again: what
	 * is left is the access token, until its end.
	 * @return whether it was not known already
	 */
	boolean doubt(LoginRow.Asked asked, Instant now) {
		return this.jdbc.sql("""
				update social_login set in_doubt_since = :now, renew_at = null, verify_at = :now,
					deadline = coalesce(access_expires_at, deadline),
					deadline_source = case when access_expires_at is null then deadline_source else 'DERIVED' end, %s
				where id = :login and organization_id = :organization and token_version = :version
					and in_doubt_since is null
				""".formatted(RELEASE))
			.param("now", at(now))
			.param("login", asked.login())
			.param("organization", asked.organization())
			.param("version", asked.version())
			.update() > 0;
	}

	/** Processes in whose name something is being renewed. */
	List<UUID> owners() {
		return this.jdbc.sql("select distinct renewing_by from social_login where renewing_by is not null")
			.query((row, number) -> row.getObject("renewing_by", UUID.class))
			.list();
	}

	/** What is being renewed in a process's name. */
	List<LoginRow> of(UUID process) {
		return this.jdbc.sql("select * from social_login where renewing_by = :process")
			.param("process", process)
			.query((row, number) -> LoginRow.read(row))
			.list();
	}

	/** Takes a mark off that a process left behind, and asks again. */
	void askAgain(LoginRow due, UUID process, Instant now) {
		this.jdbc.sql("""
				update social_login set renew_at = :now, %s
				where id = :login and organization_id = :organization and token_version = :version
					and renewing_by = :process
				""".formatted(RELEASE))
			.param("now", at(now))
			.param("login", due.asked().login())
			.param("organization", due.asked().organization())
			.param("version", due.asked().version())
			.param("process", process)
			.update();
	}

	/** What is known of a login's tokens, or empty if there is none. */
	Optional<TokenStanding> standing(UUID login) {
		return this.jdbc.sql("""
				select token_version, renewing_by is not null as busy, access_token is not null as open
				from social_login where id = :login
				""")
			.param("login", login)
			.query((row, number) -> new TokenStanding(row.getLong("token_version"), row.getBoolean("busy"),
					row.getBoolean("open")))
			.optional();
	}

	private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
		return (moment != null) ? moment.atOffset(ZoneOffset.UTC) : null;
	}

	/**
	 * How a login's tokens stand.
	 *
	 * @param version which they are
	 * @param busy whether somebody is renewing them
	 * @param open whether there are any
	 */
	record TokenStanding(long version, boolean busy, boolean open) {
	}

}
