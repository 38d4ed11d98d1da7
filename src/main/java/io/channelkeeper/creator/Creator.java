package io.channelkeeper.creator;

import java.util.Locale;
import java.util.SortedSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.EmailAddress;

/**
 * An influencer in an organization's portfolio.
 *
 * @param id the creator's id
 * @param name as the team calls the creator
 * @param email where mails go, or null when unknown
 * @param language in which the creator is written to
 * @param lookedAfterBy the member who looks after the creator, or null
 * @param tags the team's own words
 * @param archived whether the creator was put away
 */
public record Creator(UUID id, String name, @Nullable EmailAddress email, Locale language, @Nullable UUID lookedAfterBy,
		SortedSet<String> tags, boolean archived) {

}
