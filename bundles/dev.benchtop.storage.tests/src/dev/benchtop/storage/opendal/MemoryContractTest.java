package dev.benchtop.storage.opendal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.contract.StorageContract;

class MemoryContractTest extends StorageContract {

	private final OpendalBackend backend = Places.backend("memory", Map.of("root", "/"));

	/** What lies in memory is gone when the storage is closed, but is looked for by the next driver on the same place. */
	private final Backend kept = (Backend) Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[] {Backend.class},
			(proxy, method, arguments) -> method.getName().equals("close") ? null : call(method, arguments));

	private Object call(Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(backend, arguments);
		} catch (InvocationTargetException e) {
			throw e.getCause();
		}
	}

	@AfterEach
	void forget() throws Exception {
		backend.close();
	}

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		return driver(local, "memory", kept, removeCreatedOnClose);
	}

	@Override
	protected int bigSize() {
		return 16 << 20;
	}
}
