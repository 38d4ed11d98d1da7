package io.channelkeeper.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SqlMoments;

/**
 * A login as its row tells it, for work over all organizations.
 *
 * @param asked which tokens a network is asked with
 * @param tokens the tokens, sealed
 * @param kept what else was granted
 * @param failures how often in a row no renewal came of it
 * @param refused why the network refused to renew it for good, or null
 */
record LoginRow(Asked asked, SocialLogins.SealedTokens tokens, Kept kept, int failures, @Nullable String refused) {

	static LoginRow read(ResultSet row) throws SQLException {
		return new LoginRow(
				new Asked(row.getObject("organization_id", UUID.class), row.getObject("id", UUID.class),
						new ProviderId(row.getString("provider")), row.getLong("token_version")),
				new SocialLogins.SealedTokens(row.getBytes("access_token"), row.getBytes("refresh_token")), kept(row),
				row.getInt("renewal_failures"), row.getString("renewal_refused"));
	}

	private static Kept kept(ResultSet row) throws SQLException {
		return new Kept(row.getString("external_user_id"), row.getString("external_user_name"),
				SqlMoments.maybe(row, "access_expires_at"), SqlMoments.maybe(row, "refresh_expires_at"),
				Set.of((String[]) row.getArray("scopes").getArray()), SqlMoments.maybe(row, "deadline"),
				DeadlineSource.valueOf(row.getString("deadline_source")));
	}

	/**
	 * The tokens that a network is asked with.
	 *
	 * @param organization whose login it is
	 * @param login the login
	 * @param provider where it was made
	 * @param version which of its tokens
	 */
	record Asked(UUID organization, UUID login, ProviderId provider, long version) {

		/** The tokens that follow these. */
		Asked next() {
			return new Asked(this.organization, this.login, this.provider, this.version + 1);
		}

	}

	/**
	 * What was granted, beside the tokens.
	 *
	 * @param user the provider's id of the person
	 * @param userName the person's name there, or null
	 * @param accessEnd when the access token ends, or null
	 * @param refreshEnd when the refresh token ends, or null
	 * @param scopes the permissions
	 * @param deadline when a person must act again, or null
	 * @param source where that is known from
	 */
	record Kept(String user, @Nullable String userName, @Nullable Instant accessEnd, @Nullable Instant refreshEnd,
			Set<String> scopes, @Nullable Instant deadline, DeadlineSource source) {

		Grant with(SocialLogins.OpenTokens tokens) {
			return new Grant(this.user, this.userName, tokens.access(), this.accessEnd, tokens.refresh(),
					this.refreshEnd, this.scopes, this.deadline, this.source);
		}

	}

}
