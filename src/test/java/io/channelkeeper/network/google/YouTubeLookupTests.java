package io.channelkeeper.network.google;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.PublicLookup;
import io.channelkeeper.network.TestNetworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class YouTubeLookupTests {

	private static final String CHANNELS = "/youtube/v3/channels";

	private final FarSide google = new FarSide();

	private final Map<String, Object> settings = new LinkedHashMap<>(
			Map.of("channelkeeper.base-url", "https://channels.example.org", "channelkeeper.network.youtube.api-url",
					this.google.address() + "/youtube/v3", "channelkeeper.network.youtube.api-key", "k&y"));

	private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@AfterEach
	void close() {
		this.google.close();
		this.context.close();
	}

	@ParameterizedTest
	@CsvSource({ "youtube.com/@AnaKocht,forHandle,@AnaKocht",
			"youtube.com/channel/UCabcdefghijklmnopqrstuv,id,UCabcdefghijklmnopqrstuv",
			"youtube.com/user/anakocht,forUsername,anakocht" })
	void findsAChannelByAnyOfItsNames(String typed, String filter, String value) {
		this.google.answer(CHANNELS, 200,
				"{\"items\":[{\"id\":\"UCx1\",\"statistics\":{\"subscriberCount\":\"9\",\"hiddenSubscriberCount\":false}}]}");
		assertThat(find(typed)).hasValueSatisfying((profile) -> {
			assertThat(profile.externalId()).isEqualTo("UCx1");
			assertThat(profile.figures()).containsEntry("followers", 9L);
		});
		assertThat(this.google.asked()).singleElement().satisfies((asked) -> {
			assertThat(asked.parameters()).containsEntry(filter, value)
				.containsEntry("key", "k&y")
				.doesNotContainKey("mine");
			assertThat(asked.headers()).doesNotContainKey("Authorization");
		});
	}

	@Test
	void findsNothingWhereThereIsNothing() {
		this.google.answer(CHANNELS, 200, "{\"pageInfo\":{\"totalResults\":0}}")
			.answer(CHANNELS, 404, "{\"error\":{\"code\":404,\"errors\":[{\"reason\":\"channelNotFound\"}]}}");
		assertThat(find("youtube.com/@nobody")).isEmpty();
		assertThat(find("youtube.com/@nobody")).isEmpty();
	}

	@Test
	void knowsNothingOfTheOldestNames() {
		assertThatExceptionOfType(NetworkFaultException.class).isThrownBy(() -> find("youtube.com/c/anakocht"));
		assertThat(this.google.asked()).isEmpty();
	}

	@Test
	void needsAKeyAndLendsNoSignIn() {
		assertThat(lookup().isConfigured()).isTrue();
		assertThat(lookup().lender()).isNull();
		this.context.close();
		this.settings.put("channelkeeper.network.youtube.api-key", "");
		assertThat(lookup().isConfigured()).isFalse();
	}

	private Optional<Profile> find(String typed) {
		PublicLookup lookup = lookup();
		return lookup.find(this.context.getBean(Networks.class).get(YouTubeNetwork.ID).recognize(typed).orElseThrow(),
				null);
	}

	private PublicLookup lookup() {
		if (!this.context.isActive()) {
			this.context = TestNetworks.with(this.settings);
		}
		return this.context.getBean(YouTubeLookup.class);
	}

}
