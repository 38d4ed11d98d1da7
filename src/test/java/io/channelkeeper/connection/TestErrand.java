package io.channelkeeper.connection;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * An errand of the tests: remembers how each attempt ended.
 */
@Component
class TestErrand implements SignInErrand {

	static final String NAME = "test";

	private final Map<UUID, SignInEnd> ends = new ConcurrentHashMap<>();

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String onward(SignInEnd end) {
		this.ends.put(end.attemptId(), end);
		return "/ended/" + end.attemptId();
	}

	SignInEnd end(String path) {
		return Objects.requireNonNull(this.ends.get(UUID.fromString(path.substring("/ended/".length()))));
	}

}
