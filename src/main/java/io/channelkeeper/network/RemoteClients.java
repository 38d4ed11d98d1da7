package io.channelkeeper.network;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes the clients of the networks' APIs. Every answer is bounded in time and size,
 * redirects are not followed, and no status is an exception: what an answer means is
 * decided by its content (N-6).
 */
@Component
@EnableConfigurationProperties(RemoteProperties.class)
public class RemoteClients {

	private static final Logger log = LoggerFactory.getLogger(RemoteClients.class);

	static {
		// Java's client would put a question again by itself when a connection breaks,
		// and
		// a code or a token that works once would be used twice. It can be told only so.
		System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
	}

	private final RestClient.Builder usual;

	private final RestClient.Builder patient;

	private final RateLimitBook book;

	private final Clock clock;

	RemoteClients(RemoteProperties properties, RateLimitBook book, Clock clock) {
		this.book = book;
		this.clock = clock;
		HttpClient client = HttpClient.newBuilder()
			.connectTimeout(properties.connectWithin())
			.followRedirects(HttpClient.Redirect.NEVER)
			.version(HttpClient.Version.HTTP_1_1)
			.build();
		this.usual = builder(client, properties.answerWithin(), properties.largestAnswer());
		this.patient = builder(client, properties.refreshWithin(), properties.largestAnswer());
	}

	/**
	 * A client of an API that is declared as an interface whose methods return
	 * {@code ResponseEntity<byte[]>}, to be called within {@link ApiCalls}.
	 */
	public <T> T create(Class<T> api, URI address) {
		return create(api, address, this.usual);
	}

	/**
	 * The same for questions that use up a token: whoever gives up waiting for the answer
	 * has lost the next one (N-3).
	 */
	public <T> T createPatient(Class<T> api, URI address) {
		return create(api, address, this.patient);
	}

	/** Asks an API in the one way that all are asked. */
	public ApiCalls calls(ApiName api, AnswerReading reading) {
		return new ApiCalls(api, reading, this.book, this.clock);
	}

	/**
	 * Whatever a network answers.
	 * @throws NetworkFaultException if it does not answer, or not in time, or too much,
	 * or what is said is no HTTP
	 */
	static RemoteAnswer ask(Supplier<ResponseEntity<byte[]>> call) {
		try {
			ResponseEntity<byte[]> entity = call.get();
			return new RemoteAnswer(entity.getStatusCode().value(), entity.getHeaders(), Json.read(entity.getBody()));
		}
		catch (RestClientException ex) {
			throw NetworkFaultException.unanswered(ex, !isUnreachable(ex));
		}
		catch (IllegalArgumentException ex) {
			// A header that HTTP does not know, theirs or ours; the message would quote
			// it, and it may be a token.
			log.warn("A question to a network or its answer is no HTTP: {}", ex.getClass().getSimpleName());
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
	}

	/** Whether it failed before anything was said. */
	private static boolean isUnreachable(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
					|| cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
				return true;
			}
		}
		return false;
	}

	private static RestClient.Builder builder(HttpClient client, Duration within, DataSize largest) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(within);
		// What is small need not be packed, and what is packed may be endless.
		requests.enableCompression(false);
		return RestClient.builder()
			.requestFactory(requests)
			.requestInterceptor((request, body, execution) -> new BoundedResponse(execution.execute(request, body),
					largest.toBytes()))
			.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
			});
	}

	private static <T> T create(Class<T> api, URI address, RestClient.Builder builder) {
		RestClient client = builder.clone().baseUrl(address).build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build().createClient(api);
	}

}
