package io.channelkeeper;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that the application prepares, in the thread that counts.
 */
public class StatementCounter implements BeanPostProcessor {

	private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

	/** How many statements the work prepares. */
	public static int during(Work work) throws Exception {
		int before = COUNT.get();
		work.run();
		return COUNT.get() - before;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source) ? new Counting(source) : bean;
	}

	/** What is counted. */
	public interface Work {

		void run() throws Exception;

	}

	/** Hands out connections that count. */
	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws java.sql.SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						if (method.getName().startsWith("prepare") || method.getName().equals("createStatement")) {
							COUNT.set(COUNT.get() + 1);
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

}
