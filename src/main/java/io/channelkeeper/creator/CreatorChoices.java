package io.channelkeeper.creator;

import java.util.List;
import java.util.Locale;

import io.channelkeeper.organization.Member;

/**
 * What a creator's form lets people choose from.
 *
 * @param members who may look after a creator, by name
 * @param tags the tags in use
 * @param language in which the organization usually writes
 */
public record CreatorChoices(List<Member> members, List<String> tags, Locale language) {

}
