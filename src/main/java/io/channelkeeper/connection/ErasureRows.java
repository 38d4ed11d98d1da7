package io.channelkeeper.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * Deletions that were asked for, and the rows that they delete in the bound organization.
 */
@Repository
class ErasureRows {

	/** Nobody guesses it, and it can still be typed. */
	private static final int CODE = 16;

	private final JdbcClient jdbc;

	private final SignInProviders providers;

	ErasureRows(JdbcClient jdbc, SignInProviders providers) {
		this.jdbc = jdbc;
		this.providers = providers;
	}

	/** The code of a request, a new one if it was not asked for before. */
	String open(ProviderId provider, byte[] hash, Instant askedAt) {
		this.jdbc.sql("""
				insert into deletion_request (code, provider, request_hash, asked_at)
				values (:code, :provider, :hash, :at) on conflict (request_hash) do nothing
				""")
			.param("code", SecretToken.random().value().substring(0, CODE))
			.param("provider", provider.value())
			.param("hash", hash)
			.param("at", askedAt.atOffset(ZoneOffset.UTC))
			.update();
		return this.jdbc.sql("select code from deletion_request where request_hash = :hash")
			.param("hash", hash)
			.query(String.class)
			.single();
	}

	boolean isDone(String code) {
		return find(code).map(Deletion::doneAt).isPresent();
	}

	void done(String code, Instant now) {
		this.jdbc.sql("update deletion_request set done_at = coalesce(done_at, :now) where code = :code")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("code", code)
			.update();
	}

	void count(String code, int channels) {
		this.jdbc.sql("update deletion_request set logins = logins + 1, channels = channels + :more where code = :code")
			.param("more", channels)
			.param("code", code)
			.update();
	}

	Optional<Deletion> find(String code) {
		return this.jdbc.sql("select * from deletion_request where code = :code")
			.param("code", code)
			.query((row, number) -> new Deletion(this.providers.get(new ProviderId(row.getString("provider"))).name(),
					SqlMoments.in(row, "asked_at"), SqlMoments.maybe(row, "done_at"), row.getInt("logins"),
					row.getInt("channels")))
			.optional();
	}

	/** All organizations that know a person in any way. */
	List<UUID> organizations(ProviderId provider, String user) {
		return this.jdbc.sql("""
				select organization_id from social_login where provider = :provider and external_user_id = :user
				union
				select organization_id from offered_channel where provider = :provider and external_user_id = :user
				union
				select organization_id from access_return where provider = :provider and external_user_id = :user
				order by 1
				""")
			.param("provider", provider.value())
			.param("user", user)
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/** The person's login, unless it was made later. */
	Optional<UUID> login(ProviderId provider, String user, Instant until) {
		return this.jdbc.sql("""
				select id from social_login where organization_id = :organization and provider = :provider
					and external_user_id = :user and connected_at <= :until
				""")
			.param("organization", Tenancy.current())
			.param("provider", provider.value())
			.param("user", user)
			.param("until", until.atOffset(ZoneOffset.UTC))
			.query((row, number) -> row.getObject(1, UUID.class))
			.optional();
	}

	/** Every channel that a login was the last to tell of. */
	Set<UUID> channels(UUID login) {
		return this.jdbc.sql("""
				select channel_id from connection
				where organization_id = :organization and (login_id = :login or last_login_id = :login)
				""")
			.param("organization", Tenancy.current())
			.param("login", login)
			.query((row, number) -> row.getObject(1, UUID.class))
			.set();
	}

	/** Takes everything off a login, and says which channels still hung on it. */
	Set<UUID> disconnect(UUID login, Instant now) {
		Set<UUID> connected = this.jdbc.sql("""
				update connection set login_id = null, channel_token = null, disconnected_at = :now,
					disconnected_by_member = null, disconnected_by_creator = true, version = version + 1
				where organization_id = :organization and login_id = :login returning channel_id
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("login", login)
			.query((row, number) -> row.getObject(1, UUID.class))
			.set();
		this.jdbc.sql("""
				update connection set last_login_id = null, granted = '{}', missing = '{}', lost_cause = null,
					lost_detail = null, lost_since = null, version = version + 1
				where organization_id = :organization and (channel_id = any(:connected) or last_login_id = :login)
				""")
			.param("organization", Tenancy.current())
			.param("connected", connected.toArray(UUID[]::new))
			.param("login", login)
			.update();
		return connected;
	}

	void delete(UUID login) {
		List.of("delete from reached_channel where organization_id = :organization and login_id = :login",
				"delete from social_login where organization_id = :organization and id = :login")
			.forEach((statement) -> this.jdbc.sql(statement)
				.param("organization", Tenancy.current())
				.param("login", login)
				.update());
	}

	/** The person's other accounts that wait for a member's word. */
	List<UUID> offers(ProviderId provider, String user) {
		return this.jdbc.sql("""
				select id from offered_channel where organization_id = :organization and provider = :provider
					and external_user_id = :user and decided_at is null
				""")
			.param("organization", Tenancy.current())
			.param("provider", provider.value())
			.param("user", user)
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/** Channels that the person signed in for with another account. */
	Set<UUID> mistaken(ProviderId provider, String user) {
		return this.jdbc.sql("""
				select expected_channel_id from offered_channel where organization_id = :organization
					and provider = :provider and external_user_id = :user
				""")
			.param("organization", Tenancy.current())
			.param("provider", provider.value())
			.param("user", user)
			.query((row, number) -> row.getObject(1, UUID.class))
			.set();
	}

	/** Takes the names of accounts and pages out of what was said of failed sign-ins. */
	void forgetNames(Set<UUID> told, Set<UUID> mistaken) {
		this.jdbc.sql("""
				update sign_in_attempt set diagnosis_detail = diagnosis_detail - array['actual', 'page', 'name']
				where organization_id = :organization and diagnosis_detail is not null
					and (channel_id = any(:told) or channel_id = any(:mistaken))
				""")
			.param("organization", Tenancy.current())
			.param("told", told.toArray(UUID[]::new))
			.param("mistaken", mistaken.toArray(UUID[]::new))
			.update();
	}

	/** Whatever else stands under the person's id. */
	void deleteKept(ProviderId provider, String user) {
		List.of("offered_channel", "access_return")
			.forEach((table) -> this.jdbc
				.sql("delete from " + table + " where organization_id = :organization and provider = :provider"
						+ " and external_user_id = :user")
				.param("organization", Tenancy.current())
				.param("provider", provider.value())
				.param("user", user)
				.update());
	}

}
