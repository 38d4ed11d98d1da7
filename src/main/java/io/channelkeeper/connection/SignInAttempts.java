package io.channelkeeper.connection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * Attempts to sign in. SQL of our own, because using one up has to be one statement.
 */
@Repository
class SignInAttempts {

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	private static final Set<String> ANOTHER = Set.of(DiagnosisKind.OTHER_ACCOUNT.name(),
			DiagnosisKind.NO_CHANNEL.name());

	private final JdbcClient jdbc;

	private final JsonMapper json;

	SignInAttempts(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void add(SignInAttempt attempt, SecretToken state) {
		this.jdbc
			.sql("""
					insert into sign_in_attempt (id, organization_id, state_hash, browser_hash, provider, channel_id, errand,
						errand_id, member_id, return_path, replacing, state_before, window_id, redirect_uri, scopes, verifier,
						started_at, expires_at)
					values (:id, :organization, :state, :browser, :provider, :channel, :errand, :errandId, :member, :path,
						:replacing, :before, :window, :redirect, :scopes, :verifier, :started, :expires)
					""")
			.param("id", attempt.id())
			.param("organization", attempt.organizationId())
			.param("state", state.hash())
			.param("browser", attempt.browserHash())
			.param("provider", attempt.provider().value())
			.param("channel", attempt.channelId())
			.param("errand", attempt.errand())
			.param("errandId", attempt.errandId())
			.param("member", attempt.memberId())
			.param("path", attempt.returnPath())
			.param("replacing", attempt.manner().replacing())
			.param("before", (attempt.stateBefore() != null) ? attempt.stateBefore().name() : null)
			.param("window", attempt.manner().window())
			.param("redirect", attempt.redirectUri())
			.param("scopes", attempt.scopes().toArray(String[]::new))
			.param("verifier", attempt.verifier())
			.param("started", attempt.startedAt().atOffset(ZoneOffset.UTC))
			.param("expires", attempt.expiresAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Uses up the attempt that belongs to a state, whichever organization's it is. Of
	 * several at once only one gets it.
	 */
	Optional<SignInAttempt> use(ProviderId provider, SecretToken state, Instant now) {
		return this.jdbc.sql("""
				update sign_in_attempt set used_at = :now
				where state_hash = :state and provider = :provider and used_at is null
				returning *
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("state", state.hash())
			.param("provider", provider.value())
			.query((row, number) -> attempt(row))
			.optional();
	}

	/** Keeps how an attempt ended, and forgets the last secret that it held. */
	void end(UUID id, @Nullable Diagnosis diagnosis, Instant now) {
		this.jdbc.sql("""
				update sign_in_attempt
				set ended_at = :now, verifier = null, diagnosis = :diagnosis, diagnosis_detail = :detail::jsonb
				where id = :id and organization_id = :organization
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("diagnosis", (diagnosis != null) ? diagnosis.kind().name() : null)
			.param("detail", (diagnosis != null) ? details(diagnosis) : null)
			.param("id", id)
			.param("organization", Tenancy.current())
			.update();
	}

	/** Keeps what a sign-in did to the other channels of its login. */
	void spread(UUID id, Collection<UUID> broughtBack, Collection<UUID> leftOut) {
		this.jdbc.sql("""
				update sign_in_attempt set brought_back = :back, left_out = :out
				where id = :id and organization_id = :organization
				""")
			.param("back", broughtBack.toArray(UUID[]::new))
			.param("out", leftOut.toArray(UUID[]::new))
			.param("id", id)
			.param("organization", Tenancy.current())
			.update();
	}

	/** What a sign-in did to the other channels of its login. */
	Spread spread(UUID id) {
		return this.jdbc.sql("""
				select brought_back, left_out from sign_in_attempt
				where id = :id and organization_id = :organization
				""")
			.param("id", id)
			.param("organization", Tenancy.current())
			.query((row, number) -> new Spread(Set.of((UUID[]) row.getArray(1).getArray()),
					Set.of((UUID[]) row.getArray(2).getArray())))
			.optional()
			.orElse(new Spread(Set.of(), Set.of()));
	}

	/** The first attempt of a waiting page that came to an end. */
	Optional<SignInAttempt> endedInWindow(UUID window, UUID member) {
		return this.jdbc.sql("""
				select * from sign_in_attempt
				where window_id = :window and organization_id = :organization and member_id = :member
					and ended_at is not null
				order by ended_at, id limit 1
				""")
			.param("window", window)
			.param("organization", Tenancy.current())
			.param("member", member)
			.query((row, number) -> attempt(row))
			.optional();
	}

	/** Forgets, over all organizations, the secrets of those who did not come back. */
	void eraseExpired(Instant now) {
		this.jdbc.sql("update sign_in_attempt set verifier = null where verifier is not null and expires_at <= :now")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	Optional<SignInAttempt> find(UUID id) {
		return only(id, "true");
	}

	Optional<SignInAttempt> findEnded(UUID id) {
		return only(id, "ended_at is not null");
	}

	private Optional<SignInAttempt> only(UUID id, String condition) {
		return this.jdbc
			.sql("select * from sign_in_attempt where id = :id and organization_id = :organization and " + condition)
			.param("id", id)
			.param("organization", Tenancy.current())
			.query((row, number) -> attempt(row))
			.optional();
	}

	/**
	 * Whether any attempt since the channel was last connected ended because a permission
	 * was declined.
	 */
	boolean isPermissionDeclined(UUID channelId, ProviderId provider) {
		return this.jdbc.sql("""
				select exists (select 1 from sign_in_attempt a left join connection k on k.channel_id = a.channel_id
					where a.channel_id = :channel and a.organization_id = :organization and a.provider = :provider
						and a.diagnosis = :declined and (k.connected_at is null or a.ended_at > k.connected_at))
				""")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.param("provider", provider.value())
			.param("declined", DiagnosisKind.PERMISSION_DECLINED.name())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Whether the last attempt for a channel ended with another account, or with one that
	 * has no channel at all.
	 */
	boolean lastCameAsAnother(UUID channelId, ProviderId provider) {
		return this.jdbc.sql("""
				select diagnosis from sign_in_attempt
				where channel_id = :channel and organization_id = :organization and provider = :provider
					and ended_at is not null
				order by started_at desc, id desc limit 1
				""")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.param("provider", provider.value())
			.query((row, number) -> ANOTHER.contains(String.valueOf(row.getString(1))))
			.optional()
			.orElse(false);
	}

	/** How often somebody left on this errand lately. */
	int startsOfErrand(String errand, UUID errandId, Instant since) {
		return starts("errand_id = :who and errand = :errand", errand, errandId, since);
	}

	/** How often a member left lately, whatever for. */
	int startsOfMember(UUID memberId, Instant since) {
		return starts("member_id = :who", "", memberId, since);
	}

	private int starts(String condition, String errand, UUID who, Instant since) {
		return this.jdbc.sql(
				"select count(*) from sign_in_attempt where organization_id = :organization and started_at > :since and "
						+ condition)
			.param("organization", Tenancy.current())
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("who", who)
			.param("errand", errand)
			.query(Integer.class)
			.single();
	}

	/**
	 * Deletes, over all organizations, attempts that ran out that long ago, unless
	 * something still belongs to them.
	 */
	int eraseOld(Instant before) {
		return this.jdbc.sql("""
				delete from sign_in_attempt a where expires_at < :before
					and not exists (select 1 from offered_channel o where o.attempt_id = a.id)
					and not exists (select 1 from reached_channel r where r.attempt_id = a.id)
				""").param("before", before.atOffset(ZoneOffset.UTC)).update();
	}

	/** What an attempt ended with, or empty when it connected or is still open. */
	Optional<Diagnosis> diagnosis(UUID id) {
		return this.jdbc.sql("""
				select diagnosis, diagnosis_detail from sign_in_attempt
				where id = :id and organization_id = :organization and diagnosis is not null
				""")
			.param("id", id)
			.param("organization", Tenancy.current())
			.query((row, number) -> new Diagnosis(DiagnosisKind.valueOf(row.getString("diagnosis")),
					this.json.readValue(row.getString("diagnosis_detail"), DETAILS)))
			.optional();
	}

	/** As JSON; PostgreSQL takes every character but the one that ends C's strings. */
	private String details(Diagnosis diagnosis) {
		Map<String, String> details = new TreeMap<>();
		diagnosis.details().forEach((name, value) -> details.put(name, value.replace("\0", "")));
		return this.json.writeValueAsString(details);
	}

	private static SignInAttempt attempt(ResultSet row) throws SQLException {
		return new SignInAttempt(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
				row.getBytes("browser_hash"), new ProviderId(row.getString("provider")),
				row.getObject("channel_id", UUID.class), row.getString("errand"),
				row.getObject("errand_id", UUID.class), row.getObject("member_id", UUID.class),
				row.getString("return_path"),
				new SignInManner(row.getBoolean("replacing"), row.getObject("window_id", UUID.class)),
				state(row.getString("state_before")), row.getString("redirect_uri"), texts(row.getArray("scopes")),
				row.getBytes("verifier"), SqlMoments.in(row, "started_at"), SqlMoments.in(row, "expires_at"));
	}

	private static @Nullable ConnectionState state(@Nullable String name) {
		return (name != null) ? ConnectionState.valueOf(name) : null;
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	/**
	 * What a sign-in did to the other channels of its login.
	 *
	 * @param broughtBack those that work again
	 * @param leftOut those that it does not reach any more
	 */
	record Spread(Set<UUID> broughtBack, Set<UUID> leftOut) {
	}

}
