package io.channelkeeper.connection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.springframework.stereotype.Component;

/**
 * An errand of the tests: remembers how each attempt ended.
 */
@Component
class TestErrand implements SignInErrand {

	static final String NAME = "test";

	private final Map<UUID, SignInEnd> ends = new ConcurrentHashMap<>();

	private final Queue<Runnable> meanwhile = new ConcurrentLinkedQueue<>();

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean stillWanted(SignInStart start) {
		Runnable happening = this.meanwhile.poll();
		if (happening != null) {
			happening.run();
		}
		return true;
	}

	/** What happens within the next decision, and then within those after it. */
	void meanwhile(Runnable... happenings) {
		this.meanwhile.clear();
		this.meanwhile.addAll(List.of(happenings));
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
